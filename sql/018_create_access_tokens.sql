-- Who may ask from beyond the server's own machine. The token itself is shown once, when it is made, and kept nowhere.
CREATE TABLE access_tokens (
    token_id     text PRIMARY KEY,
    name         text        NOT NULL CHECK (name <> ''),
    role         text        NOT NULL CHECK (role IN ('VIEWER', 'ANALYST', 'ADMIN')),
    hash         bytea       NOT NULL UNIQUE,                  -- SHA-256 of the 256 random bits in it
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz                                   -- to the minute
);
