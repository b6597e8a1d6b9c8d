-- Whether a finished training may be believed; written in the transaction that completes the job.
CREATE TABLE trust_reports (
    job_id  text PRIMARY KEY REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    verdict text NOT NULL CHECK (verdict IN ('ROBUST', 'FRAGILE', 'OVERFIT', 'TOO_LITTLE_DATA')),
    report  json NOT NULL
);
