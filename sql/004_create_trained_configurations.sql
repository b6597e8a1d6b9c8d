-- What an analyst takes away from a training; written in the transaction that completes the job.
CREATE TABLE trained_configurations (
    config_id    text PRIMARY KEY,                              -- STRATEGY_V3_yyyyMMdd_HHmmss_xxxxxx
    job_id       text             NOT NULL UNIQUE REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    strategy     text             NOT NULL,
    symbol       text             NOT NULL,
    exchange     text             NOT NULL,
    timeframe    text             NOT NULL,
    params       json             NOT NULL,
    objective    text             NOT NULL,
    score        double precision NOT NULL,
    metrics      json             NOT NULL,
    walk_forward json,
    stage        text             NOT NULL CHECK (stage IN ('PAPER', 'DISCOVERY', 'VALIDATION', 'MATURE')),
    confidence   double precision CHECK (confidence BETWEEN 0 AND 1),
    spec         json             NOT NULL,
    created_at   timestamptz      NOT NULL
);

CREATE INDEX trained_configurations_newest ON trained_configurations (created_at DESC, config_id);
