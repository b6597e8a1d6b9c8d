-- One row a job, written by UPSERT: what a poll of the job's progress answers.
CREATE TABLE training_progress (
    job_id                text PRIMARY KEY REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    percentage            double precision NOT NULL DEFAULT 0 CHECK (percentage BETWEEN 0 AND 100),
    current_step          text             NOT NULL,
    step_number           integer          NOT NULL CHECK (step_number BETWEEN 1 AND 4),
    total_steps           integer          NOT NULL DEFAULT 4 CHECK (total_steps = 4),
    step_percentage       double precision NOT NULL DEFAULT 0 CHECK (step_percentage BETWEEN 0 AND 100),
    step_details          json             NOT NULL DEFAULT '{}',
    started_at            timestamptz,
    updated_at            timestamptz      NOT NULL DEFAULT now(),
    estimated_completion  timestamptz,
    current_iteration     integer CHECK (current_iteration >= 0),
    total_iterations      integer CHECK (total_iterations >= 0),
    best_score            double precision,
    current_score         double precision,
    best_params           json,
    is_complete           boolean          NOT NULL DEFAULT false,
    error_message         text,
    message               text             NOT NULL DEFAULT '',
    steps                 json             NOT NULL,
    eta_low               timestamptz,
    eta_high              timestamptz,
    iterations_per_second double precision,
    infeasible_iterations integer          NOT NULL DEFAULT 0 CHECK (infeasible_iterations >= 0),
    failed_iterations     integer          NOT NULL DEFAULT 0 CHECK (failed_iterations >= 0),
    attempt               integer          NOT NULL DEFAULT 0,
    version               bigint           NOT NULL DEFAULT 1
);

CREATE FUNCTION training_progress_touch() RETURNS trigger AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER training_progress_updated
    BEFORE INSERT OR UPDATE ON training_progress
    FOR EACH ROW EXECUTE FUNCTION training_progress_touch();
