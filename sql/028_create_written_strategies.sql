-- Strategies that analysts write. What a person reads of one is in its newest version.
CREATE TABLE written_strategies (
    name        text PRIMARY KEY,                               -- made from the first title, and never changed
    title_key   text        NOT NULL UNIQUE,                    -- newest title in lower case: no two read the same
    family      text        NOT NULL,                           -- root of the chain of copies; counts its trials together
    copied_from text,                                           -- a written or built-in strategy, which may be gone
    copied_version integer  CHECK (copied_version >= 0),        -- 0 for one without versions
    archived    boolean     NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL,
    CONSTRAINT written_strategies_origin_with_version CHECK ((copied_from IS NULL) = (copied_version IS NULL))
);

-- A version is written once. Its inputs stand beside the text, so that a list reads no texts.
CREATE TABLE strategy_versions (
    name        text        NOT NULL REFERENCES written_strategies (name) ON DELETE CASCADE,
    version     integer     NOT NULL CHECK (version >= 1),
    version_id  text        NOT NULL UNIQUE,                    -- named before it is made, for idempotent requests
    title       text        NOT NULL,
    description text        NOT NULL,
    text        text        NOT NULL,
    hash        text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),  -- SHA-256 of the text in UTF-8
    author      text        NOT NULL DEFAULT '',
    note        text        NOT NULL DEFAULT '',
    min_candles integer     NOT NULL,
    parameters  json        NOT NULL,
    saved_at    timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

-- A version that a job ran stays as long as the job does. Jobs of other strategies have no version and refer to nothing.
ALTER TABLE training_jobs
    ADD COLUMN strategy_version integer,
    ADD CONSTRAINT training_jobs_strategy_version
        FOREIGN KEY (strategy, strategy_version) REFERENCES strategy_versions (name, version);

CREATE INDEX training_jobs_strategy_version ON training_jobs (strategy, strategy_version)
    WHERE strategy_version IS NOT NULL;

-- Under which name trials are counted: all versions of a strategy and its copies together, any other strategy alone.
CREATE FUNCTION strategy_family(strategy text) RETURNS text AS $$
    SELECT coalesce((SELECT family FROM written_strategies WHERE name = strategy), strategy)
$$ LANGUAGE sql STABLE;
