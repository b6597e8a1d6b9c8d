-- The job's id is drawn before the job is made: a retry then makes the same job or finds it, whatever broke in between.
ALTER TABLE idempotency_keys DROP CONSTRAINT idempotency_keys_job_id_fkey;
DELETE FROM idempotency_keys WHERE job_id IS NULL;
ALTER TABLE idempotency_keys ALTER COLUMN job_id SET NOT NULL;
