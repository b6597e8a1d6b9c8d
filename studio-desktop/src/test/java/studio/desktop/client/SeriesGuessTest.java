package studio.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesGuessTest {
    @ParameterizedTest
    @CsvSource({
        "binance_BTC-USDT_5m.csv.gz, binance, BTC/USDT, 5m",
        "bitfinex_BTC-USD_1m.dirty.csv.gz, bitfinex, BTC/USD, 1m",
        "us-equity_SPY_1h.csv.gz, us-equity, SPY, 1h",
        "binance_BTC-USDT_1h_2026-05.csv, binance, BTC/USDT, 1h",
        "BTCUSDT-1m-2024-01.zip, binance, BTC/USDT, 1m",
        "ETHBTC-4h-2024-01-31.csv, binance, ETH/BTC, 4h",
    })
    void a_file_s_name_tells_its_series(String name, String exchange, String symbol, String timeframe) {
        assertThat(SeriesGuess.of(name)).isEqualTo(new SeriesGuess(exchange, symbol, timeframe));
    }

    @ParameterizedTest
    @CsvSource({"prices.csv", "my_data_file.csv", "BTCUSDT-7m-2024.zip"})
    void a_name_that_tells_nothing_is_not_guessed_at(String name) {
        assertThat(SeriesGuess.of(name)).isEqualTo(new SeriesGuess("", "", ""));
    }
}
