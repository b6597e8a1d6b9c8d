package studio.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.model.progress.StepKey;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;
import studio.server.shared.sql.TestDatabase;

class WaitingPlansIT {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static TestDatabase db;

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeAll
    static void open() {
        db = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void jobs_of_one_stretch_of_candles_are_each_as_much_work_as_they_ask_for() throws IOException {
        MarketDataService held = held("sized", 4_000);
        WaitingPlans plans = plans(held);

        WorkPlan all = plans.plan(spec("sized", "MA_CROSS", null, 200, false)).orElseThrow();
        WorkPlan some = plans.plan(spec("sized", "MA_CROSS", 1_000, 50, false)).orElseThrow();
        WorkPlan validated =
                plans.plan(spec("sized", "RSI_REVERSION", null, 70, true)).orElseThrow();

        assertThat(all.phases()).hasSize(1);
        assertThat(all.phases().get(0).trials()).isEqualTo(200);
        assertThat(all.candles()).isEqualTo(4_000);
        assertThat(some.phases().get(0).trials()).isEqualTo(50);
        assertThat(some.candles()).isEqualTo(1_000);
        assertThat(validated.strategy()).isEqualTo("RSI_REVERSION");
        assertThat(validated.phases().get(0).trials()).isEqualTo(70);
        // 4,000 hours are 166.7 days: 60 of training, a gap of 7 and 30 of test fit three times at steps of 30.
        assertThat(validated.phases())
                .filteredOn(phase -> phase.step() == StepKey.VALIDATION)
                .filteredOn(phase -> phase.name().equals(WorkPhase.WINDOW))
                .hasSize(3)
                .allSatisfy(phase -> assertThat(phase.candles()).isEqualTo(60 * 24));
    }

    @Test
    void a_stretch_is_looked_at_once_a_minute() throws IOException {
        WaitingPlans plans = plans(held("growing", 500));
        TrainingSpec spec = spec("growing", "MA_CROSS", null, 20, false);
        assertThat(plans.plan(spec).orElseThrow().candles()).isEqualTo(500);

        held("growing", 600);
        now = now.plus(Duration.ofMinutes(1));
        long within = plans.plan(spec).orElseThrow().candles();
        now = now.plusMillis(1);
        long later = plans.plan(spec).orElseThrow().candles();

        assertThat(within).isEqualTo(500);
        assertThat(later).isEqualTo(600);
    }

    @Test
    void without_candles_or_without_its_strategy_a_jobs_work_is_not_known() throws IOException {
        WaitingPlans plans = plans(held("known", 500));

        assertThat(plans.plan(spec("unknown", "MA_CROSS", null, 20, false))).isEmpty();
        assertThat(plans.plan(spec("known", "NO_SUCH_STRATEGY", null, 20, false)))
                .isEmpty();
    }

    private WaitingPlans plans(MarketDataService marketData) {
        return new WaitingPlans(StrategyCatalogue.standard(), marketData, () -> now);
    }

    private static TrainingSpec spec(
            String exchange, String strategy, Integer lookbackCandles, int iterations, boolean validation) {
        return TrainingSpec.from(
                new StartRequest(
                        strategy,
                        null,
                        "SIM/USDT",
                        exchange,
                        Timeframe.H1,
                        OptimizerKind.RANDOM,
                        null,
                        lookbackCandles,
                        iterations,
                        null,
                        3,
                        42L,
                        null,
                        validation,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                1);
    }

    /** The service, with so many hourly candles of that exchange. */
    private static MarketDataService held(String exchange, int candles) throws IOException {
        MarketDataService service = new MarketDataService(
                new CandleRepository(db.jdbi()), new CandleWriter(db.jdbi()), () -> FIRST.plus(Duration.ofDays(400)));
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < candles; i++) {
            csv.append(FIRST.plus(Duration.ofHours(i)).toEpochMilli()).append(",1,1.1,0.9,1,5\n");
        }
        service.importCsv(
                exchange,
                "SIM/USDT",
                Timeframe.H1,
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
        return service;
    }
}
