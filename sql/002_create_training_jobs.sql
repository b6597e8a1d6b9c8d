-- One row a training job: what was asked for, where it stands, what came out in short.
CREATE TABLE training_jobs (
    job_id           text PRIMARY KEY,
    status           text        NOT NULL
        CHECK (status IN ('PENDING', 'RUNNING', 'CANCELLING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    strategy         text        NOT NULL,
    symbol           text        NOT NULL,
    exchange         text        NOT NULL,
    timeframe        text        NOT NULL,
    optimizer        text        NOT NULL,
    objective        text        NOT NULL,
    request          json        NOT NULL,                      -- as the analyst gave it
    spec             json        NOT NULL,                      -- every default filled in, seed drawn
    created_at       timestamptz NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz,
    duration_seconds double precision GENERATED ALWAYS AS (extract(epoch FROM ended_at - started_at)::double precision) STORED,
    worker           text,
    attempt          integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),  -- one more for each worker; fences the writes of a lost one
    data_fingerprint text,                                      -- SHA-256 of the candles of the first attempt
    best_score       double precision,
    net_profit_pct   double precision,
    trades           integer,
    stage            text,
    verdict          text,
    config_id        text,
    error_message    text,
    trials_thinned   boolean     NOT NULL DEFAULT false,
    event_count      bigint      NOT NULL DEFAULT 0,            -- number of the last event
    name             text        NOT NULL DEFAULT '',
    note             text        NOT NULL DEFAULT '',
    tags             text[]      NOT NULL DEFAULT '{}',
    pinned           boolean     NOT NULL DEFAULT false,
    created_by       text        NOT NULL DEFAULT '',
    rerun_of         text REFERENCES training_jobs (job_id) ON DELETE SET NULL,
    version          bigint      NOT NULL DEFAULT 1,            -- grows with every change
    search_text      text GENERATED ALWAYS AS
        (lower(job_id || ' ' || name || ' ' || note || ' ' || strategy || ' ' || symbol)) STORED,
    CONSTRAINT training_jobs_ended_when_over
        CHECK ((ended_at IS NOT NULL) = (status IN ('COMPLETED', 'FAILED', 'CANCELLED')))
);

-- The history pages by key in any of these orders; unknown values come last in both directions.
CREATE INDEX training_jobs_created_at ON training_jobs (created_at, job_id);
CREATE INDEX training_jobs_best_score_up ON training_jobs (coalesce(best_score, 'infinity'::double precision), job_id);
CREATE INDEX training_jobs_best_score_down ON training_jobs (coalesce(best_score, '-infinity'::double precision), job_id);
CREATE INDEX training_jobs_net_profit_up ON training_jobs (coalesce(net_profit_pct, 'infinity'::double precision), job_id);
CREATE INDEX training_jobs_net_profit_down ON training_jobs (coalesce(net_profit_pct, '-infinity'::double precision), job_id);
CREATE INDEX training_jobs_duration_up ON training_jobs (coalesce(duration_seconds, 'infinity'::double precision), job_id);
CREATE INDEX training_jobs_duration_down ON training_jobs (coalesce(duration_seconds, '-infinity'::double precision), job_id);
CREATE INDEX training_jobs_ended_at_up ON training_jobs (coalesce(ended_at, 'infinity'::timestamptz), job_id);
CREATE INDEX training_jobs_ended_at_down ON training_jobs (coalesce(ended_at, '-infinity'::timestamptz), job_id);
-- The queue and the running jobs are few among many ended ones.
CREATE INDEX training_jobs_open ON training_jobs (status, created_at, job_id)
    WHERE status IN ('PENDING', 'RUNNING', 'CANCELLING');
CREATE INDEX training_jobs_rerun_of ON training_jobs (rerun_of) WHERE rerun_of IS NOT NULL;
