-- Imports and backfills: what was asked for, how far it is, what came out. A task of its own instead of a training job:
-- it has no strategy, no trials and no steps.
CREATE TABLE data_tasks (
    task_id              text PRIMARY KEY,
    kind                 text        NOT NULL CHECK (kind IN ('IMPORT', 'BACKFILL')),
    status               text        NOT NULL
        CHECK (status IN ('PENDING', 'RUNNING', 'CANCELLING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    exchange             text        NOT NULL,
    symbol               text        NOT NULL,
    timeframe            text        NOT NULL,
    request              json,                                  -- of a backfill, with its defaults filled in
    created_at           timestamptz NOT NULL,
    started_at           timestamptz,
    ended_at             timestamptz,
    updated_at           timestamptz NOT NULL,                  -- an import that says nothing for minutes has died
    percentage           double precision CHECK (percentage BETWEEN 0 AND 100),
    done                 bigint      NOT NULL DEFAULT 0,        -- candles
    message              text        NOT NULL DEFAULT '',
    estimated_completion timestamptz,
    error_message        text,
    import_report        json,
    backfill_report      json,                                  -- of a running one as far as it is: a new worker goes on from it
    rejections           json,
    attempt              integer     NOT NULL DEFAULT 0,        -- one more for each worker; fences the writes of a lost one
    version              bigint      NOT NULL DEFAULT 1,
    CONSTRAINT data_tasks_ended_when_over
        CHECK ((ended_at IS NOT NULL) = (status IN ('COMPLETED', 'FAILED', 'CANCELLED')))
);

CREATE INDEX data_tasks_created_at ON data_tasks (created_at, task_id);

-- db-scheduler's table for backfills, apart from that of trainings: each scheduler sees its own tasks alone.
CREATE TABLE data_executions (LIKE scheduled_tasks INCLUDING ALL);
