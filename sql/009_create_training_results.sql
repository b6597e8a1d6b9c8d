-- What a job found, as the results screen shows it. A cancelled or failed job keeps what it had.
CREATE TABLE training_results (
    job_id       text PRIMARY KEY REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    partial      boolean NOT NULL,
    data         json,
    best_params  json,
    best_score   double precision,
    best_trial   integer,
    metrics      json,
    stability    double precision CHECK (stability BETWEEN 0 AND 1),
    equity       json    NOT NULL DEFAULT '[]',
    trades       json    NOT NULL DEFAULT '[]',
    walk_forward json,
    confidence   double precision CHECK (confidence BETWEEN 0 AND 1)
);
