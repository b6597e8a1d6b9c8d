-- Every trial of the optimization. A killed job goes on from here, so scores are kept as the exact double.
CREATE TABLE training_trials (
    job_id      text             NOT NULL REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    number      integer          NOT NULL CHECK (number >= 1),  -- in the order of the optimizer's proposals
    state       text             NOT NULL CHECK (state IN ('COMPLETE', 'INFEASIBLE', 'FAILED')),
    params      json             NOT NULL,
    score       double precision,
    violation   double precision NOT NULL DEFAULT 0,            -- how far the constraint was missed
    metrics     json,
    reason      text,
    duration_ns bigint           NOT NULL,
    attempt     integer          NOT NULL,                      -- the worker that ran it
    PRIMARY KEY (job_id, number),
    CONSTRAINT training_trials_score_when_complete CHECK ((score IS NOT NULL) = (state = 'COMPLETE'))
);
