package studio.desktop.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.fakes.TestDesk;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.StartRequestRules;
import studio.model.market.Timeframe;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;

class StudioViewModelTest {
    private final TestDesk desk = new TestDesk();
    private StudioViewModel model;

    @BeforeEach
    void load() {
        model = new StudioViewModel(desk.context(), StartRequestRules::check);
        model.load();
    }

    @Test
    void starts_the_default_training_and_opens_its_progress() {
        model.train();

        StartRequest sent = desk.client.started.get(0);
        assertThat(sent.strategy()).isEqualTo("LIQUIDITY_SWEEP");
        assertThat(sent.exchange()).isEqualTo("simulated");
        assertThat(sent.timeframe()).isEqualTo(Timeframe.M5);
        assertThat(sent.lookbackDays()).isEqualTo(365);
        assertThat(sent.iterations()).isEqualTo(200);
        assertThat(sent.validation()).isNull();
        assertThat(sent.parameterSpace()).isNull();
        assertThat(desk.went).hasSize(1).first().asString().startsWith("progress ");
    }

    @Test
    void asks_for_the_preflight_once_typing_has_paused() {
        desk.delay.pass();
        desk.client.preflights.clear();

        model.form().iterations.set("3");
        model.form().iterations.set("30");
        model.form().iterations.set("300");
        desk.delay.pass();

        assertThat(desk.client.preflights).hasSize(1);
        assertThat(desk.client.preflights.get(0).iterations()).isEqualTo(300);
        assertThat(model.preflight().report().get()).isNotNull();
    }

    @Test
    void a_wrong_field_is_marked_with_the_servers_rule_and_nothing_is_sent() {
        model.form().iterations.set("0");

        assertThat(model.form().iterations.error().get()).isEqualTo("0 is not between 1 and 1,000,000.");
        assertThat(model.blocked().get()).isEqualTo("One field needs your attention.");
        model.train();
        assertThat(desk.client.started).isEmpty();
    }

    @Test
    void a_refusal_of_the_server_appears_at_its_field_until_it_is_changed() {
        desk.client.refusal = new ServerRefusedException(new Problem(
                "about:blank",
                "Invalid",
                400,
                "One field is wrong.",
                null,
                List.of(new FieldError("costs.fee_rate", "costs.fee_rate is too high"))));

        model.train();

        assertThat(model.form().feeRate.error().get()).isEqualTo("This is too high.");
        assertThat(model.blocked().get()).isNotEmpty();
        desk.client.refusal = null;
        model.form().feeRate.set("0.002");
        assertThat(model.blocked().get()).isEmpty();
    }

    @Test
    void another_exchange_offers_its_own_symbols_and_timeframes() {
        model.form().exchange.set("binance");

        assertThat(model.choice().symbols()).containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(model.form().symbol.value()).isEqualTo("BTC/USDT");
        model.form().symbol.set("ETH/USDT");
        assertThat(model.choice().timeframes()).containsExactly("15m", "4h");
        assertThat(model.form().timeframe.value()).isEqualTo("15m");
        assertThat(model.choice().chosen().get().candles()).isEqualTo(24_000);
    }

    @Test
    void only_changed_ranges_are_sent_and_reset_takes_them_back() {
        ParameterFields pierce = model.form().parameters().get(0);
        pierce.max().set("0.004");

        model.train();
        pierce.reset();
        model.train();

        assertThat(desk.client.started.get(0).parameterSpace())
                .isEqualTo(Map.of("pierce_depth", ParameterRange.between(0.0005, 0.004, null)));
        assertThat(desk.client.started.get(1).parameterSpace()).isNull();
    }

    @Test
    void an_earlier_request_fills_the_form_and_gives_the_same_request_again() {
        model.form().exchange.set("binance");
        model.form().symbol.set("ETH/USDT");
        model.form().timeframe.set("4h");
        model.form().seed.set("42");
        model.form().trainDays.set("40");
        model.form().parameters().get(0).min().set("0.001");
        model.train();
        StartRequest first = desk.client.started.get(0);

        model.reset();
        model.edit(first);
        model.train();

        assertThat(desk.client.started.get(1)).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void text_that_makes_no_sense_is_still_there_after_a_restart() {
        model.form().minTrades.set("a few");
        model.form().parameters().get(0).max().set("0,00x");

        StudioViewModel next = new StudioViewModel(desk.context(), StartRequestRules::check);
        next.load();

        assertThat(next.form().minTrades.value()).isEqualTo("a few");
        assertThat(next.form().parameters().get(0).max().value()).isEqualTo("0,00x");
        assertThat(next.form().minTrades.error().get()).isNotEmpty();
    }

    @Test
    void a_server_that_is_away_blocks_training_until_a_refresh_reaches_it() {
        desk.client.away = true;
        StudioViewModel next = new StudioViewModel(desk.context(), StartRequestRules::check);
        next.load();
        assertThat(next.blocked().get()).contains("F5");

        desk.client.away = false;
        next.refresh();

        assertThat(next.blocked().get()).isEmpty();
    }

    @Test
    void candles_stay_drawn_while_the_server_is_away() {
        var drawn = model.feed().candles().get();

        desk.client.away = true;
        model.refresh();

        assertThat(model.feed().candles().get()).isSameAs(drawn).isNotNull();
        assertThat(model.feed().state().get()).isNotEmpty();
    }
}
