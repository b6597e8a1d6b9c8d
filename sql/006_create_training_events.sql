-- Status messages and log lines of a job, numbered from 1 without gaps.
CREATE TABLE training_events (
    job_id  text        NOT NULL REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    number  bigint      NOT NULL,
    at      timestamptz NOT NULL,
    level   text        NOT NULL CHECK (level IN ('INFO', 'WARNING', 'ERROR')),
    step    text,
    message text        NOT NULL,
    PRIMARY KEY (job_id, number)
);
