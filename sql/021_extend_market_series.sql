-- The calendar decides which absent candles are missing; the further figures make the quality score.
ALTER TABLE market_series
    ADD COLUMN calendar          text   NOT NULL DEFAULT 'always' CHECK (calendar IN ('always', 'us_equity', 'fx')),
    ADD COLUMN origin            text   NOT NULL DEFAULT '',
    ADD COLUMN revision          bigint NOT NULL DEFAULT 0,     -- of the last storing that changed a candle
    ADD COLUMN closed_candles    bigint NOT NULL DEFAULT 0 CHECK (closed_candles >= 0),
    ADD COLUMN outliers          bigint NOT NULL DEFAULT 0 CHECK (outliers >= 0),
    ADD COLUMN frozen_tail       bigint NOT NULL DEFAULT 0 CHECK (frozen_tail >= 0),
    ADD COLUMN revised           bigint NOT NULL DEFAULT 0 CHECK (revised >= 0),
    ADD COLUMN source_duplicates bigint,                        -- of the last import or backfill; null when unknown
    ADD COLUMN source_misordered bigint,
    ADD COLUMN source_rejected   bigint,
    ADD COLUMN measured_by       integer NOT NULL DEFAULT 0;    -- version of the measurement; older ones are made anew

-- As names were read before series had calendars.
UPDATE market_series SET calendar = 'us_equity' WHERE exchange LIKE '%equity%';
