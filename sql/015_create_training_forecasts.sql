-- What was forecast while a job ran and how it came out: times and counts only, bounded, gone with the job.
CREATE TABLE training_forecasts (
    job_id            text PRIMARY KEY REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    ended_at          timestamptz NOT NULL,
    standstill_millis bigint      NOT NULL CHECK (standstill_millis >= 0),  -- the longest in which the bar did not move
    trace             text        NOT NULL,  -- as studio.server.progress.eta.TraceText writes it
    errors            text        NOT NULL   -- a line for each share of the duration at which the forecast is judged
);

CREATE INDEX training_forecasts_ended_at ON training_forecasts (ended_at DESC);
