package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.job.StartRequest;
import studio.model.job.StartRequestRules;
import studio.model.market.Timeframe;
import studio.server.shared.web.FieldErrors;
import studio.server.start.web.StartRequestReader;

/** What an import takes as a name can be started. */
class SeriesKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"^GSPC", "CL=F", "EURUSD=X", "BRK.B", "BRK-B", "BTC/USDT", "NIFTY50", "M&M.NS", "BINANCE:BTCUSDT"
            })
    void symbols_as_vendors_write_them_are_taken_by_import_and_start(String symbol) {
        assertThat(SeriesKey.check("somewhere", symbol, "1d")).isEmpty();
        assertThat(StartRequestRules.check(StartRequest.of("X", "somewhere", symbol, Timeframe.D1), null, List.of()))
                .noneMatch(error -> error.field().equals("symbol"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "A'B", "A;DROP", "<b>", "A\nB", "=cmd", "../etc\\x"})
    void other_signs_are_in_no_symbol(String symbol) {
        assertThat(SeriesKey.check("somewhere", symbol, "1d")).isNotEmpty();
    }

    @Test
    void blanks_around_a_name_are_left_out_by_the_start_as_by_the_import() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("symbol", " CNT/A ");
        body.put("exchange", "somewhere ");

        StartRequest request = StartRequestReader.read(body, new FieldErrors());

        assertThat(request.symbol()).isEqualTo("CNT/A");
        assertThat(request.exchange()).isEqualTo("somewhere");
    }
}
