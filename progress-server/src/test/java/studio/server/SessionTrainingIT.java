package studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;

/**
 * Markets with sessions from import to verdict. Gaps, days, returns, annualization and windows are computed here again
 * from the times alone, with calendars that are written down below.
 */
class SessionTrainingIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** nyse.com, Holidays and Trading Hours, 2022 and 2023; then days that closed at 13:00. */
    private static final List<LocalDate> CLOSED = dates(
            "2022-01-17 2022-02-21 2022-04-15 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-11-24 2022-12-26 2023-01-02"
                    + " 2023-01-16");

    private static final List<LocalDate> SHORT = dates("2022-11-25");

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_stock_by_the_hour_from_half_past_nine() throws Exception {
        List<Long> all = new ArrayList<>();
        for (LocalDate day : weekdays(LocalDate.of(2022, 1, 3), LocalDate.of(2023, 1, 27))) {
            for (int hour = 0; hour < (SHORT.contains(day) ? 4 : 7) && !CLOSED.contains(day); hour++) {
                all.add(millis(day, LocalTime.of(9, 30)) + hour * 3_600_000L);
            }
        }
        // Two places: one candle of a day's middle, and a whole day.
        List<Long> times = all.stream()
                .filter(t -> t != millis(LocalDate.of(2022, 3, 8), LocalTime.of(11, 30)))
                .filter(t -> !date(t).equals(LocalDate.of(2022, 8, 10)))
                .toList();

        JsonNode report = imported("brokerage", "ACME", "1h", times);
        JsonNode results = trained(
                "brokerage",
                "ACME",
                "1h",
                times.size(),
                "\"train_window_days\": 150, \"test_window_days\": 60, \"gap_days\": 7");

        assertThat(report.at("/clock/clock/calendar").asText()).isEqualTo("us_equity");
        assertThat(report.at("/clock/basis").asText()).isEqualTo("times");
        assertThat(report.at("/clock/days_without_trade").asInt()).isEqualTo(1);
        assertThat(results.at("/data/quality/gaps").asInt()).isEqualTo(2);
        assertThat(results.at("/data/quality/missing_candles").asInt()).isEqualTo(8);
        assertAnnualized(results, 252, false);
        assertWindows(results, LocalTime.MIDNIGHT);
    }

    @Test
    void a_currency_by_its_brokers_days() throws Exception {
        List<Long> times = weekdays(LocalDate.of(2020, 1, 6), LocalDate.of(2023, 12, 22)).stream()
                .filter(day -> !(day.getMonthValue() == 12 && day.getDayOfMonth() == 25)
                        && day.getDayOfYear() != 1
                        && !day.equals(LocalDate.of(2022, 6, 8)))
                .map(day -> millis(day.minusDays(1), LocalTime.of(17, 0)))
                .toList();

        JsonNode report = imported("brokerage", "EUR/USD", "1d", times);
        JsonNode results = trained(
                "brokerage",
                "EUR/USD",
                "1d",
                times.size(),
                "\"train_window_days\": 500, \"test_window_days\": 200, \"gap_days\": 10");

        assertThat(report.at("/clock/clock/calendar").asText()).isEqualTo("fx");
        assertThat(report.at("/clock/clock/zone").asText()).isEqualTo("America/New_York");
        assertThat(results.at("/data/quality/gaps").asInt()).isEqualTo(1);
        assertThat(results.at("/data/quality/missing_candles").asInt()).isEqualTo(1);
        assertAnnualized(results, 260, true);
        assertWindows(results, LocalTime.of(17, 0));
    }

    /** Sharpe ratio and volatility of the equity that the server draws, by the days of New York. */
    private static void assertAnnualized(JsonNode results, int daysPerYear, boolean daily) {
        TreeMap<LocalDate, Double> ends = new TreeMap<>();
        // A point's time is the end of its candle; the equity drawn has all of them, since they are below 2,000.
        for (JsonNode point : results.get("equity")) {
            Instant end = Instant.parse(point.get("time").asText()).minusMillis(1);
            LocalDate day = end.atZone(NEW_YORK).plusHours(daily ? 7 : 0).toLocalDate();
            ends.put(day, point.get("equity").asDouble());
        }
        List<Double> returns = new ArrayList<>();
        double before = 10_000;
        for (double end : ends.values()) {
            returns.add(end / before - 1);
            before = end;
        }
        double mean = returns.stream().mapToDouble(r -> r).average().orElseThrow();
        double variance =
                returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum() / (returns.size() - 1);
        double sharpe = mean / Math.sqrt(variance) * Math.sqrt(daysPerYear);

        assertThat(results.get("equity").size())
                .isEqualTo(results.at("/data/candles").asInt());
        assertThat(results.at("/metrics/sharpe_ratio").asDouble()).isCloseTo(sharpe, within(1e-6 * Math.abs(sharpe)));
        assertThat(results.at("/metrics/volatility_pct").asDouble())
                .isCloseTo(100 * Math.sqrt(variance * daysPerYear), within(1e-6));
        assertThat(results.get("trust_verdict").asText()).isNotBlank();
        assertThat(results.at("/trust/reasons").size()).isPositive();
    }

    /** Borders lie whole days apart on the clock of New York, so that summer time moves none into a session. */
    private static void assertWindows(JsonNode results, LocalTime border) {
        JsonNode windows = results.at("/walk_forward/windows");
        assertThat(windows.size()).isGreaterThanOrEqualTo(2);
        for (JsonNode window : windows) {
            for (String end : List.of("train_start", "train_end", "test_start", "test_end")) {
                Instant at = Instant.parse(window.get("plan").get(end).asText());
                assertThat(at.atZone(NEW_YORK).toLocalTime()).as(end).isEqualTo(border);
            }
        }
    }

    private static JsonNode imported(String exchange, String symbol, String timeframe, List<Long> times) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double last = 100;
        for (long time : times) {
            double open = last * (1 + 0.002 * (random.nextDouble() - 0.5));
            double close = open * (1 + 0.012 * (random.nextDouble() - 0.5));
            double high = Math.max(open, close) * (1 + 0.003 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.003 * random.nextDouble());
            csv.append(String.format(Locale.ROOT, "%d,%.6f,%.6f,%.6f,%.6f,10%n", time, open, high, low, close));
            last = close;
        }
        Answer answer = server.raw(
                "/market-data/import?exchange=" + exchange + "&symbol=" + symbol + "&timeframe=" + timeframe,
                "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("inserted").asInt()).isEqualTo(times.size());
        return answer.json();
    }

    private static JsonNode trained(String exchange, String symbol, String timeframe, int candles, String windows)
            throws Exception {
        Answer started = server.post("/training/start", """
                {"strategy": "BOLLINGER_REVERSION", "exchange": "%s", "symbol": "%s", "timeframe": "%s",
                 "optimizer": "random", "n_iterations": 12, "seed": 3, "min_trades": 1, "lookback_candles": %d,
                 "validation": {%s}}""".formatted(exchange, symbol, timeframe, candles, windows));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/training/jobs/" + started.json().get("job_id").asText();
        JsonNode end = server.await(job + "/progress", p -> p.get("is_complete").asBoolean());
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        assertThat(server.get(job + "/events").body()).contains("New York", " days a year.");
        return server.get(job + "/results").json();
    }

    private static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    private static List<LocalDate> dates(String text) {
        return java.util.Arrays.stream(text.split(" ")).map(LocalDate::parse).toList();
    }

    private static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atZone(NEW_YORK).toLocalDate();
    }

    private static long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
