-- What finished steps took on this installation: the forecast of the next job's duration comes from here.
CREATE TABLE training_costs (
    cost_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    strategy      text             NOT NULL,
    optimizer     text             NOT NULL,
    step          text             NOT NULL,
    trials        bigint           NOT NULL CHECK (trials >= 0),
    candles       bigint           NOT NULL CHECK (candles >= 0),  -- that one trial goes through
    seconds       double precision NOT NULL CHECK (seconds >= 0),  -- wall time
    model_seconds double precision NOT NULL CHECK (model_seconds >= 0),  -- of it in the optimizer's own model
    ended_at      timestamptz      NOT NULL
);

CREATE INDEX training_costs_newest ON training_costs (strategy, optimizer, step, ended_at DESC);
