-- Candles of every series. The primary key is the order in which a training reads them.
CREATE TABLE market_data (
    exchange  text             NOT NULL,
    symbol    text             NOT NULL,
    timeframe text             NOT NULL
        CHECK (timeframe IN ('1m', '3m', '5m', '15m', '30m', '1h', '2h', '4h', '6h', '8h', '12h', '1d', '1w')),
    open_time timestamptz      NOT NULL,
    open      double precision NOT NULL CHECK (open > 0 AND open < 'Infinity'),
    high      double precision NOT NULL CHECK (high < 'Infinity'),
    low       double precision NOT NULL CHECK (low > 0),
    close     double precision NOT NULL CHECK (close > 0 AND close < 'Infinity'),
    volume    double precision NOT NULL CHECK (volume >= 0 AND volume < 'Infinity'),
    PRIMARY KEY (exchange, symbol, timeframe, open_time),
    CONSTRAINT market_data_possible CHECK (low <= least(open, close) AND high >= greatest(open, close))
);

-- What is held, measured anew in the transaction of each import: listing series must not read their candles.
CREATE TABLE market_series (
    exchange          text             NOT NULL,
    symbol            text             NOT NULL,
    timeframe         text             NOT NULL,
    first_open_time   timestamptz      NOT NULL,
    last_open_time    timestamptz      NOT NULL,
    candles           bigint           NOT NULL CHECK (candles > 0),
    gaps              bigint           NOT NULL CHECK (gaps >= 0),
    missing_candles   bigint           NOT NULL CHECK (missing_candles >= 0),
    zero_volume_share double precision NOT NULL CHECK (zero_volume_share BETWEEN 0 AND 1),
    flat_share        double precision NOT NULL CHECK (flat_share BETWEEN 0 AND 1),
    impossible        bigint           NOT NULL CHECK (impossible >= 0),
    measured_at       timestamptz      NOT NULL,
    PRIMARY KEY (exchange, symbol, timeframe)
);

-- Sample data are loaded once; series that the analyst deletes do not come back.
CREATE TABLE sample_loads (
    name      text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);
