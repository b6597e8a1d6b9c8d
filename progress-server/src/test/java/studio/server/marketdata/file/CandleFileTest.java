package studio.server.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.market.FileLayout;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** One candle of 2024-01-01 00:00 UTC, open 100, high 110, low 90, close 105, volume 7, as the world writes it. */
class CandleFileTest {
    private static final NewCandle CANDLE = new NewCandle(0, 1_704_067_200_000L, 100, 110, 90, 105, 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1704067200,100,110,90,105,7",
                "1704067200000,100,110,90,105,7",
                "1704067200000000,100,110,90,105,7",
                "1704067200000000000,100,110,90,105,7",
                "1704067200.0,100.0,110.00,9e1,+105,7",
                "1704067200000,100,110,90,105,7,1704067499999,700.1,12,3.5,350.2,0",
                "1704067200000000,100,110,90,105,7,1704067499999999,700.1,12,3.5,350.2,0",
                "timestamp,open,high,low,close,volume\n1704067200,100,110,90,105,7",
                "OPEN_TIME,OPEN,HIGH,LOW,CLOSE,VOLUME,CLOSE_TIME\n1704067200000,100,110,90,105,7,1704067499999",
                "Date;Open;High;Low;Close;Adj Close;Volume\n2024-01-01;100;110;90;105;1;7",
                "time\tlow\thigh\topen\tclose\tvolume\n1704067200\t90\t110\t100\t105\t7",
                "https://www.CryptoDataDownload.com\nunix,date,symbol,open,high,low,close,Volume BTC,Volume USDT,tradecount\n"
                        + "1704067200,2024-01-01 00:00:00,BTC/USDT,100,110,90,105,7,700,3",
                "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n"
                        + "2024.01.01\t00:00:00\t100\t110\t90\t105\t7\t0\t1",
                "Gmt time,Open,High,Low,Close,Volume\n01.01.2024 00:00:00.000,100,110,90,105,7",
                "20240101 000000;100;110;90;105;7",
                "20240101 00:00:00,100,110,90,105,7",
                "2024/01/01 00:00,100,110,90,105,7",
                "\"2024-01-01 00:00:00 UTC\",\"100\",\"110\",\"90\",\"105\",\"7\"",
                "2024-01-01T01:00:00+01:00,100,110,90,105,7",
                "\uFEFF2024-01-01T00:00:00Z,100,110,90,105,7",
                "[[1704067200000,\"100\",\"110\",\"90\",\"105\",\"7\",1704067499999,\"1\",3,\"1\",\"1\",\"0\"]]",
                "[[1704067200,90,110,100,105,7]]",
                "[[1704067200000,100,105,110,90,7]]",
                "{\"error\":[],\"result\":{\"XXBTZUSD\":[[1704067200,\"100\",\"110\",\"90\",\"105\",\"99\",\"7\",3]],\"last\":1}}",
                "{\"candles\":[{\"start\":\"1704067200\",\"low\":\"90\",\"high\":\"110\",\"open\":\"100\",\"close\":\"105\","
                        + "\"volume\":\"7\"}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[[\"1704067200000\",\"100\",\"110\",\"90\",\"105\",\"7\",\"1\",\"2\",\"1\"]]}",
                " \n[ {\"openTime\": 1704067200000, \"open\": 100, \"high\": 110, \"low\": 90, \"close\": 105, \"volume\": 7} ]",
            })
    void a_candle_is_read_however_it_is_written(String text) throws IOException {
        List<NewCandle> candles = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(candles)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactly(CANDLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1704067200000,1d,110,90,105,7",
                "1704067200000,0x1p3,110,90,105,7",
                "1704067200000,Infinity,110,90,105,7",
                "17040672000000000000,100,110,90,105,7",
                "[[1704067200000,\"100\",[110],\"90\",\"105\",\"7\"]]",
            })
    void what_can_be_misread_is_rejected_with_a_reason(String text) throws IOException {
        CandleFile file = file(text.getBytes(StandardCharsets.UTF_8));

        assertThat(file.next()).isEmpty();
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(file.rejections().get(0).reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low\n1,2,3,4",
                "01/02/2024,100,110,90,105,7",
                "[{\"time\":1704067200000,\"open\":100}]",
                "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
                "[[1704067200000,\"100\",\"110\"",
                "{\"a\":[[1,2,3,1,2,3]],\"b\":[[1,2,3,1,2,3]]}",
            })
    void a_file_that_is_no_list_of_candles_is_refused_as_a_whole(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void every_candle_file_of_a_zip_is_read_and_its_lines_are_told_by_name() throws IOException {
        byte[] zip = zip(
                "2024/",
                "",
                "BTC-2024-01.csv",
                "open_time,open,high,low,close,volume\n1704067200000,100,110,90,105,7\n",
                "README.md",
                "hello",
                "BTC-2024-02.json",
                "[[1704067500000,\"100\",\"110\",\"90\",\"105\",\"7\"]]",
                "BTC-2024-03.csv",
                "1704067800000,100,110,90,105,7\n1704067800000,100,90,110,105,7\n");

        CandleFile file = file(zip);
        List<NewCandle> candles = all(file);

        assertThat(candles).extracting(NewCandle::time).containsExactly(1704067200000L, 1704067500000L, 1704067800000L);
        assertThat(file.rejections()).hasSize(1);
        assertThat(file.rejections().get(0).line()).isEqualTo(2);
        assertThat(file.rejections().get(0).reason()).startsWith("BTC-2024-03.csv: low");
        assertThat(file.layout()).map(FileLayout::container).contains("zip");
    }

    @Test
    void a_file_tells_how_it_was_understood() throws IOException {
        CandleFile file =
                file("Date;Open;High;Low;Close;Volume\n2024-01-01;100;110;90;105;7".getBytes(StandardCharsets.UTF_8));
        all(file);

        assertThat(file.layout())
                .contains(new FileLayout(
                        "plain",
                        "csv",
                        "semicolon",
                        true,
                        List.of("Date", "Open", "High", "Low", "Close", "Volume"),
                        "date",
                        List.of("Times that carry no zone are taken as UTC (--zone)."),
                        null));
        assertThat(file.order()).isEqualTo("ascending");
    }

    @Test
    void order_is_told_and_newest_first_is_not_misordered() throws IOException {
        CandleFile descending = file(rows(3, 2, 1, 0));
        CandleFile mixed = file(rows(0, 2, 1, 3));
        all(descending);
        all(mixed);

        assertThat(descending.order()).isEqualTo("descending");
        assertThat(descending.misordered()).isZero();
        assertThat(mixed.order()).isEqualTo("mixed");
        assertThat(mixed.misordered()).isEqualTo(1);
    }

    /** Against the JDK's own, which is right by definition. */
    @Test
    void numbers_are_the_nearest_doubles() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            String text = number(random);

            assertThat(FigureText.number(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void parquet_is_refused_by_its_name() {
        assertThatThrownBy(() -> file("PAR1\0\0".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("The file is Parquet, which is not read; write it as CSV first.");
    }

    private static String number(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "-");
        int digits = 1 + random.nextInt(20);
        int point = random.nextInt(digits + 1);
        for (int i = 0; i < digits; i++) {
            if (i == point) {
                text.append('.');
            }
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(5) == 0) {
            text.append('e').append(random.nextInt(-30, 30));
        }
        return text.toString();
    }

    private static byte[] rows(int... minutes) {
        StringBuilder csv = new StringBuilder();
        for (int minute : minutes) {
            csv.append(1_704_067_200L + minute * 300L).append(",100,110,90,105,7\n");
        }
        return csv.toString().getBytes(StandardCharsets.US_ASCII);
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

    private static CandleFile file(byte[] bytes) throws IOException {
        return new CandleFile(new ByteArrayInputStream(bytes), Timeframe.M5);
    }

    private static List<NewCandle> read(byte[] bytes) throws IOException {
        return all(file(bytes));
    }

    private static List<NewCandle> all(CandleFile file) throws IOException {
        List<NewCandle> candles = new ArrayList<>();
        for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
            candles.add(next.get());
        }
        return candles;
    }
}
