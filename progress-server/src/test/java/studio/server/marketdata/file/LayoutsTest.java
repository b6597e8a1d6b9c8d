package studio.server.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.market.ImportChoices;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** Layouts of programs and services beside those of the case files, and what must not be guessed in any of them. */
class LayoutsTest {
    private static final long DAY = Instant.parse("2024-01-31T00:00:00Z").toEpochMilli();

    /** Two days each, the first of them 31 January 2024, open 100, high 110, low 90, close 105, volume 7000. */
    static Stream<Arguments> layouts() {
        return Stream.of(
                layout(
                        "Investing.com",
                        "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n"
                                + "\"Jan 31, 2024\",\"105.00\",\"100.00\",\"110.00\",\"90.00\",\"7.00K\",\"1.2%\"\n"
                                + "\"Feb 01, 2024\",\"105.00\",\"100.00\",\"110.00\",\"90.00\",\"8.00K\",\"1.2%\"\n"),
                layout(
                        "Nasdaq",
                        "Date,Close/Last,Volume,Open,High,Low\n01/31/2024,$105.00,7000,$100.00,$110.00,$90.00\n"
                                + "02/01/2024,$105.00,8000,$100.00,$110.00,$90.00\n"),
                layout(
                        "Stooq",
                        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
                                + "AAPL.US,D,20240131,000000,100,110,90,105,7000,0\n"
                                + "AAPL.US,D,20240201,000000,100,110,90,105,8000,0\n"),
                layout(
                        "Sierra Chart",
                        "Date, Time, Open, High, Low, Last, Volume, NumberOfTrades, BidVolume, AskVolume\n"
                                + "2024/1/31, 00:00:00.0, 100, 110, 90, 105, 7000, 5, 3000, 4000\n"
                                + "2024/2/1, 00:00:00.0, 100, 110, 90, 105, 8000, 5, 3000, 5000\n"),
                layout(
                        "Ariva",
                        "Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen\n2024-01-31;100,00;110,00;90,00;105,00;7.000;735.000\n"
                                + "2024-02-01;100,00;110,00;90,00;105,00;8.000;840.000\n"),
                layout(
                        "Boursorama",
                        "date\touv\thaut\tbas\tclot\tvol\n31/01/2024 00:00\t100.00\t110.00\t90.00\t105.00\t7000\n"
                                + "01/02/2024 00:00\t100.00\t110.00\t90.00\t105.00\t8000\n"),
                layout(
                        "Bolsa de Madrid",
                        "Fecha;Cierre;Apertura;Máximo;Mínimo;Volumen\n31/01/2024;105,5e0;100,0;110,0;90,0;7000\n"
                                        .replace("105,5e0", "105,0")
                                + "01/02/2024;105,0;100,0;110,0;90,0;8000\n"),
                layout(
                        "MetaStock",
                        "AAPL,20240131,000000,100,110,90,105,7000\nAAPL,20240201,000000,100,110,90,105,8000\n"),
                layout(
                        "Google Finance",
                        "Date,Open,High,Low,Close,Volume\n31-Jan-2024,100,110,90,105,7000\n1-Feb-2024,100,110,90,105,8000\n"),
                layout(
                        "yfinance with two lines of names",
                        "Price,Close,High,Low,Open,Volume\n2024-01-31,105,110,90,100,7000\n2024-02-01,105,110,90,100,8000\n"),
                layout(
                        "CryptoCompare",
                        "[{\"time\":1706659200,\"high\":110,\"low\":90,\"open\":100,\"volumefrom\":7000,\"volumeto\":735000,\"close\":105},"
                                + "{\"time\":1706745600,\"high\":110,\"low\":90,\"open\":100,\"volumefrom\":8000,\"volumeto\":840000,\"close\":105}]"),
                layout(
                        "HTX, whose vol is the amount in quote currency",
                        "{\"status\":\"ok\",\"data\":[{\"id\":1706659200,\"open\":100,\"close\":105,\"low\":90,\"high\":110,"
                                + "\"amount\":7000,\"vol\":735000,\"count\":5},{\"id\":1706745600,\"open\":100,\"close\":105,"
                                + "\"low\":90,\"high\":110,\"amount\":8000,\"vol\":840000,\"count\":5}]}"),
                layout(
                        "Gemini, quote volume first",
                        "Date,Symbol,Open,High,Low,Close,Volume USD,Volume BTC\n"
                                + "2024-01-31 00:00:00,BTCUSD,100,110,90,105,735000,7000\n"
                                + "2024-02-01 00:00:00,BTCUSD,100,110,90,105,840000,8000\n"),
                layout(
                        "pandas, split",
                        "{\"columns\":[\"date\",\"open\",\"high\",\"low\",\"close\",\"volume\"],\"index\":[0,1],\"data\":"
                                + "[[\"2024-01-31\",100,110,90,105,7000],[\"2024-02-01\",100,110,90,105,8000]]}"),
                layout(
                        "pandas, columns",
                        "{\"open\":{\"1706659200000\":100,\"1706745600000\":100},\"high\":{\"1706659200000\":110,"
                                + "\"1706745600000\":110},\"low\":{\"1706659200000\":90,\"1706745600000\":90},\"close\":"
                                + "{\"1706659200000\":105,\"1706745600000\":105},\"volume\":{\"1706659200000\":7000,"
                                + "\"1706745600000\":8000}}"),
                layout(
                        "US dates with AM and PM",
                        "Time,Open,High,Low,Close,Volume\n1/31/2024 12:00:00 AM,100,110,90,105,7000\n"
                                + "2/1/2024 12:00:00 AM,100,110,90,105,8000\n"),
                layout(
                        "Swiss thousands",
                        "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n31.01.2024;100.00;110.00;90.00;105.00;7'000\n"
                                + "01.02.2024;100.00;110.00;90.00;105.00;8'000\n"));
    }

    private static Arguments layout(String program, String text) {
        return Arguments.of(program, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void a_layout_is_read_as_its_program_means_it(String program, String text) throws IOException {
        CandleFile file = file(text);

        List<NewCandle> candles = all(file);

        assertThat(file.rejections()).isEmpty();
        assertThat(candles)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactly(
                        new NewCandle(0, DAY, 100, 110, 90, 105, 7000),
                        new NewCandle(0, DAY + 86_400_000, 100, 110, 90, 105, 8000));
    }

    @Test
    void western_european_text_is_no_utf_8_and_read_all_the_same() throws IOException {
        byte[] bytes = "Datum;Eröffnung;Höchst;Tief;Schluss;Volumen\n31.01.2024;100,0;110,0;90,0;105,0;7\n"
                .getBytes(Charset.forName("windows-1252"));

        CandleFile file = new CandleFile(new ByteArrayInputStream(bytes), Timeframe.D1);

        assertThat(all(file))
                .singleElement()
                .satisfies(c -> assertThat(c.open()).isEqualTo(100));
    }

    /** Of times and offsets as Python, Java and people write them: the same instant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-31 01:00:00+01:00",
                "2024-01-31 01:00:00 +01:00",
                "2024-01-31 01:00:00+0100",
                "2024-01-31T01:00:00.000+0100",
                "2024-01-31 01:00:00.000000+01",
                "2024-01-31 00:00:00Z",
                "2024-01-31 00:00:00 UTC",
                "2024-01-30 19:00:00-05:00",
                "31.01.2024 01:00:00.000 GMT+0100",
                "2024-01-31T00:00:00.000000000Z",
                "20240131 00:00:00",
                "20240131  00:00:00",
                "2024-01-31 12-AM",
            })
    void an_instant_is_the_same_however_its_offset_is_written(String time) throws IOException {
        List<NewCandle> candles = all(file("time,open,high,low,close,volume\n" + time + ",100,110,90,105,7\n"));

        assertThat(candles).singleElement().satisfies(c -> assertThat(c.time()).isEqualTo(DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-02-30",
                "31.04.2024",
                "2024-13-01",
                "20240230",
                "2024-01-31 24:00",
                "2024-01-31 10:60"
            })
    void a_date_that_no_calendar_has_is_rejected(String time) throws IOException {
        CandleFile file = file("time,open,high,low,close,volume\n" + time + ",100,110,90,105,7\n");

        assertThat(all(file)).isEmpty();
        assertThat(file.rejected()).isEqualTo(1);
    }

    /** Whatever the column is named, and wherever the second instrument begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Symbol",
                "ticker",
                "Name",
                "pair",
                "<TICKER>",
                "instrument_id",
                "exchange",
                "interval",
                "whatever"
            })
    void two_instruments_in_one_column_are_refused(String column) {
        StringBuilder text = new StringBuilder("date," + column + ",open,high,low,close,volume\n");
        for (int i = 0; i < 300; i++) {
            text.append(DAY / 1000 + i * 3600L).append(",AB1,100,110,90,105,7\n");
        }
        text.append(DAY / 1000).append(",CD1,200,210,190,205,7\n");

        assertThatThrownBy(() -> all(file(text.toString())))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("AB1, CD1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1706659200,1,25,1,26,1,24,1,25,500\n",
                "1706659200,100,110,90,105,82,114,000\n",
                "34200000,1000000,1000500,999500,1000200,100\n",
                "time,open,high,low,close,volume\n03-04-2024,100,110,90,105,7\n",
                "time,open,high,low,close,volume\n3/4/24,100,110,90,105,7\n",
                "time;open;high;low;close;volume\n1706659200;1,100;1,110;1,090;1,105;7\n",
                "Time (CST),open,high,low,close,volume\n2024-01-31 00:00,100,110,90,105,7\n",
                "Local time,open,high,low,close,volume\n2024-01-31 00:00,100,110,90,105,7\n",
                "time,open,high,low,close,Close,volume\n1706659200,100,110,90,105,106,7\n",
                "<!DOCTYPE html><html><body>Log in</body></html>",
                "PAR1....",
                "{\"AAPL\":[{\"t\":1706659200,\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1}],\"MSFT\":[{\"t\":1706659200,\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1}]}",
            })
    void what_could_be_misread_is_refused_in_a_sentence(String rows) {
        String text = Character.isDigit(rows.charAt(0)) ? rows.repeat(20) : rows;

        assertThatThrownBy(() -> all(file(text)))
                .isInstanceOf(UnusableFileException.class)
                .message()
                .endsWith(".");
    }

    @Test
    void a_choice_answers_what_was_refused() throws IOException {
        List<NewCandle> commas = all(file(
                "time;open;high;low;close;volume\n1706659200;1,100;1,110;1,090;1,105;7\n",
                new ImportChoices(null, null, null, "comma", false, null, null)));
        List<NewCandle> dots = all(file(
                "time;open;high;low;close;volume\n1706659200;1,100;1,110;1,090;1,105;7\n",
                new ImportChoices(null, null, null, "dot", false, null, null)));
        List<NewCandle> chicago = all(file(
                "Time (CST),open,high,low,close,volume\n2024-01-31 00:00,100,110,90,105,7\n",
                new ImportChoices(null, null, "America/Chicago", null, false, null, null)));
        List<NewCandle> mapped = all(file(
                "wann,a,b,c,d,e\n1706659200,90,110,100,105,7\n",
                new ImportChoices(
                        "time=wann,open=c,high=b,low=a,close=4,volume=e".replace("close=4", "close=5"),
                        null,
                        null,
                        null,
                        false,
                        null,
                        null)));

        assertThat(commas.get(0).open()).isEqualTo(1.1);
        assertThat(dots.get(0).open()).isEqualTo(1100);
        assertThat(chicago.get(0).time()).isEqualTo(DAY + 6 * 3_600_000);
        assertThat(mapped)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactly(new NewCandle(0, DAY, 100, 110, 90, 105, 7));
    }

    /** On 3 November 2024 New York's clocks went back at 6:00 UTC, on 10 March they went from 2:00 to 3:00. */
    @Test
    void hours_that_the_clocks_pass_twice_are_two_and_skipped_ones_are_none() throws IOException {
        CandleFile file = file(
                "time,open,high,low,close,volume\n"
                        + Stream.of("11-03 00:00", "11-03 01:00", "11-03 01:00", "11-03 02:00", "03-10 02:00")
                                .map(t -> "2024-" + t + ",100,110,90,105,7\n")
                                .reduce("", String::concat),
                new ImportChoices(null, null, "America/New_York", null, false, null, null));

        List<NewCandle> candles = all(file);

        assertThat(candles)
                .extracting(c -> Instant.ofEpochMilli(c.time()).toString())
                .containsExactly(
                        "2024-11-03T04:00:00Z", "2024-11-03T05:00:00Z", "2024-11-03T06:00:00Z", "2024-11-03T07:00:00Z");
        assertThat(file.rejected()).isEqualTo(1);
    }

    @Test
    void an_open_quotation_mark_costs_its_row_and_says_so() throws IOException {
        CandleFile file =
                file("time,open,high,low,close,volume\n1706659200,\"100,110,90,105,7\n1706745600,100\",110,90,105,7\n"
                        + "1706832000,100,110,90,105,7\n");

        assertThat(all(file)).hasSize(1);
        assertThat(file.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("quotation mark"));
    }

    @Test
    void parts_of_one_series_in_a_zip_are_read_and_other_series_are_not() throws IOException {
        byte[] parts = zip(
                "BTCUSDT-1d-2024-01.csv",
                "1706659200,100,110,90,105,7\n",
                "BTCUSDT-1d-2024-02.csv",
                "1706745600,100,110,90,105,7\n");
        byte[] two = zip(
                "BTCUSDT-1d-2024-01.csv",
                "1706659200,100,110,90,105,7\n",
                "ETHUSDT-1d-2024-01.csv",
                "1706659200,10,11,9,10,7\n");

        assertThat(all(new CandleFile(new ByteArrayInputStream(parts), Timeframe.D1)))
                .hasSize(2);
        assertThatThrownBy(() -> all(new CandleFile(new ByteArrayInputStream(two), Timeframe.D1)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("ETHUSDT-1d-2024-01.csv");
        ReadingOptions eth = new ReadingOptions(Map.of(), null, null, null, false, null, "ETHUSDT-1d");
        assertThat(all(new CandleFile(new ByteArrayInputStream(two), Timeframe.D1, eth)))
                .singleElement()
                .satisfies(c -> assertThat(c.open()).isEqualTo(10));
    }

    @Test
    void what_was_said_stands_with_the_layout() throws IOException {
        ImportChoices said = new ImportChoices("close=Last", "d/M/y", "Europe/Berlin", "comma", false, null, null);
        CandleFile file = file("Datum;Open;High;Low;Last;Volume\n31/01/2024;100,0;110,0;90,0;105,0;7\n", said);
        all(file);

        assertThat(file.layout().orElseThrow().choices()).isEqualTo(said);
        assertThat(file.layout().orElseThrow().remarks()).isEmpty();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static CandleFile file(String text) throws IOException {
        return file(text, ImportChoices.NONE);
    }

    private static CandleFile file(String text, ImportChoices choices) throws IOException {
        ReadingOptions options = ReadingOptions.of(choices, (name, sentence) -> {
            throw new IllegalArgumentException(name + " " + sentence);
        });
        return new CandleFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Timeframe.D1, options);
    }

    private static List<NewCandle> all(CandleFile file) throws IOException {
        List<NewCandle> candles = new ArrayList<>();
        for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
            candles.add(next.get());
        }
        return candles;
    }
}
