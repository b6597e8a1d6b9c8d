-- Every storing that changes a series has a number, ascending over all series, so that two trainings can tell what
-- happened to their candles between them.
CREATE SEQUENCE market_revision;

-- The figures that a later storing replaced.
CREATE TABLE candle_revisions (
    exchange    text             NOT NULL,
    symbol      text             NOT NULL,
    timeframe   text             NOT NULL,
    open_time   timestamptz      NOT NULL,
    revision    bigint           NOT NULL,   -- of the storing that replaced them
    replaced_at timestamptz      NOT NULL,
    open        double precision NOT NULL,
    high        double precision NOT NULL,
    low         double precision NOT NULL,
    close       double precision NOT NULL,
    volume      double precision NOT NULL,
    PRIMARY KEY (exchange, symbol, timeframe, open_time, revision)
);
