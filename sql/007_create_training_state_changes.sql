-- Every status that a job has had, and each worker that took it over.
CREATE TABLE training_state_changes (
    change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id    text        NOT NULL REFERENCES training_jobs (job_id) ON DELETE CASCADE,
    status    text        NOT NULL,
    at        timestamptz NOT NULL,
    attempt   integer     NOT NULL,
    reason    text
);

CREATE INDEX training_state_changes_of_job ON training_state_changes (job_id, change_id);
