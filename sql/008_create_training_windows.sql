-- Finished walk-forward windows: validation goes on after them when a worker dies.
CREATE TABLE training_windows (
    job_id  text    NOT NULL REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    number  integer NOT NULL CHECK (number >= 1),
    result  json    NOT NULL,
    attempt integer NOT NULL,
    PRIMARY KEY (job_id, number)
);
