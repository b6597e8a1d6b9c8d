-- How many different trials were ever run with a strategy on a series: what luck has had. Kept when jobs are deleted and
-- trials thinned. A search is a row of its own, so that one run again with the same seed on the same candles, or resumed,
-- counts once.
CREATE TABLE trial_counts (
    exchange   text   NOT NULL,
    symbol     text   NOT NULL,
    timeframe  text   NOT NULL,
    strategy   text   NOT NULL,
    search_key text   NOT NULL,  -- MD5 of all that decides which trials a search runs, and in which order
    trials     bigint NOT NULL CHECK (trials >= 0),
    PRIMARY KEY (exchange, symbol, timeframe, strategy, search_key)
);

-- Iterations are not part of it: a longer search begins with the shorter one. A grid runs the same points whatever its seed.
CREATE FUNCTION trial_search_key(spec json, fingerprint text) RETURNS text AS $$
    SELECT md5((CASE WHEN spec ->> 'optimizer' = 'grid' THEN spec::jsonb - 'seed' ELSE spec::jsonb END
        - 'n_iterations' - 'run_validation' - 'validation' - 'lookback_days' - 'lookback_candles')::text
        || coalesce(fingerprint, ''))
$$ LANGUAGE sql IMMUTABLE;

INSERT INTO trial_counts (exchange, symbol, timeframe, strategy, search_key, trials)
SELECT j.exchange, j.symbol, j.timeframe, j.strategy, trial_search_key(j.spec, j.data_fingerprint), max(t.number)
FROM training_jobs j JOIN training_trials t USING (job_id)
GROUP BY 1, 2, 3, 4, 5;
