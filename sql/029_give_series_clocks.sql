-- The times at which a series' candles open. Null in series of versions before: multiples of the timeframe in UTC.
ALTER TABLE market_series
    ADD COLUMN clock_zone            text,                      -- as Java names it; Z for UTC
    ADD COLUMN clock_day_turns       smallint CHECK (clock_day_turns BETWEEN 0 AND 1439),        -- minutes
    ADD COLUMN clock_first_open      smallint CHECK (clock_first_open BETWEEN 0 AND 1439),       -- minutes from there
    ADD COLUMN clock_session_minutes smallint CHECK (clock_session_minutes BETWEEN 1 AND 1440),
    ADD COLUMN clock_week_begins     smallint CHECK (clock_week_begins BETWEEN 1 AND 7),         -- 1 is Monday
    ADD COLUMN clock_days_per_year   smallint CHECK (clock_days_per_year BETWEEN 1 AND 366),
    ADD COLUMN clock_basis           text CHECK (clock_basis IN ('option', 'name', 'times', 'assumed')),
    ADD COLUMN suspected_splits      bigint NOT NULL DEFAULT 0 CHECK (suspected_splits >= 0),
    ADD CONSTRAINT market_series_clock_whole
        CHECK (num_nulls(clock_zone, clock_day_turns, clock_first_open, clock_session_minutes, clock_week_begins,
            clock_days_per_year, clock_basis) IN (0, 7)),
    DROP CONSTRAINT market_series_calendar_check,
    ADD CONSTRAINT market_series_calendar_check CHECK (calendar IN ('always', 'us_equity', 'fx', 'weekdays'));
