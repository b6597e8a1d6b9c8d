-- A job whose workers die one after another without getting any further must not take every server with it.
ALTER TABLE training_jobs
    ADD COLUMN reached            bigint  NOT NULL DEFAULT 0 CHECK (reached >= 0),             -- trials and windows stored when its last worker took it
    ADD COLUMN fruitless_attempts integer NOT NULL DEFAULT 0 CHECK (fruitless_attempts >= 0);  -- workers in a row that died without storing one more
