-- What creating requests made, by the key that the client gave: a retry finds it and makes nothing twice.
CREATE TABLE idempotency_keys (
    route           text        NOT NULL,
    idempotency_key text        NOT NULL,
    body_hash       text        NOT NULL,
    job_id          text REFERENCES training_jobs (job_id) ON DELETE CASCADE,  -- null while the first request is under way
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (route, idempotency_key)
);

CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE INDEX idempotency_keys_job_id ON idempotency_keys (job_id);
