package studio.engine.walkforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;

/** No train part sees a candle of its test part, nor one nearer to it than the gap, whatever the plan and the data's holes. */
class FoldIndependenceTest {
    private static final double DAY_MILLIS = 86_400_000;
    private static final Timeframe[] FRAMES = {Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1};

    @Test
    void no_train_part_overlaps_its_test_part_plus_gap_over_two_thousand_random_plans() {
        SplittableRandom random = new SplittableRandom(404);
        int windows = 0;
        for (int i = 0; i < 2_000; i++) {
            Candles candles = withHoles(random);
            long candle = candles.timeframe().millis();
            ValidationSettings given = random.nextInt(4) == 0 ? null : settings(random);
            long end = candles.time()[candles.size() - 1] + candle;
            Optional<WalkForwardPlan> plan =
                    WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), candles.time()[0], end, given);
            if (plan.isEmpty()) {
                continue;
            }
            // Plans are in whole milliseconds.
            double gap = plan.get().settings().gapDays() * DAY_MILLIS - 1;
            int testedTo = 0;
            for (WindowPlan window : plan.get().windows()) {
                WindowBars bars = WindowBars.of(candles, window);
                windows++;
                if (bars.hasTrain() && bars.hasTest()) {
                    long trainCloses = candles.time()[bars.trainTo() - 1] + candle;
                    long testOpens = candles.time()[bars.testFrom()];
                    assertThat(bars.trainTo()).as("plan %d", i).isLessThanOrEqualTo(bars.testFrom());
                    assertThat((double) (testOpens - trainCloses))
                            .as("plan %d", i)
                            .isGreaterThanOrEqualTo(gap);
                }
                if (plan.get().settings().stepDays() >= plan.get().settings().testWindowDays()) {
                    assertThat(bars.testFrom())
                            .as("plan %d: test parts apart", i)
                            .isGreaterThanOrEqualTo(testedTo);
                }
                assertThat(window.testEnd().toEpochMilli()).isLessThanOrEqualTo(end);
                testedTo = bars.testTo();
            }
        }
        assertThat(windows).isGreaterThan(4_000);
    }

    private static ValidationSettings settings(SplittableRandom random) {
        return new ValidationSettings(
                random.nextBoolean() ? ValidationMode.ROLLING : ValidationMode.ANCHORED,
                random.nextDouble(0.5, 20),
                random.nextDouble(0.3, 10),
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0, 4),
                random.nextDouble(0.3, 12));
    }

    private static Candles withHoles(SplittableRandom random) {
        Timeframe timeframe = FRAMES[random.nextInt(FRAMES.length)];
        int n = random.nextInt(50, 1_500);
        long[] time = new long[n];
        double[] price = new double[n];
        long at = 1_700_000_000_000L / timeframe.millis() * timeframe.millis();
        for (int i = 0; i < n; i++) {
            time[i] = at;
            at += timeframe.millis() * (random.nextInt(40) == 0 ? random.nextInt(2, 60) : 1);
        }
        Arrays.fill(price, 1);
        return new Candles(timeframe, time, price, price, price, price, price);
    }
}
