-- The history pages by these too; as in 002, unknown values come last in both directions.
CREATE INDEX training_jobs_started_at_up ON training_jobs (coalesce(started_at, 'infinity'::timestamptz), job_id);
CREATE INDEX training_jobs_started_at_down ON training_jobs (coalesce(started_at, '-infinity'::timestamptz), job_id);
CREATE INDEX training_jobs_trades_up ON training_jobs (coalesce(trades, 'infinity'::double precision), job_id);
CREATE INDEX training_jobs_trades_down ON training_jobs (coalesce(trades, '-infinity'::double precision), job_id);
