package studio.server.pipeline;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import studio.engine.search.CancellationToken;
import studio.engine.search.SearchListener;
import studio.engine.search.Trial;
import studio.model.job.OptimizerKind;
import studio.server.progress.ProgressUpdate;

/** Tells tracker, log and forecast of every trial of the search as it ends, and of the optimizer's work between them. */
final class SearchTelling implements SearchListener {
    private static final double CHOOSING_IS_TOLD_SECONDS = 1;

    private final TrainingRun run;
    private final SearchTally tally;
    private final int planned;
    private final int known;
    private final SearchPosition position;
    private final Rhythm rhythm = new Rhythm();
    private final long began = System.nanoTime();
    private final AtomicLong modelNanos = new AtomicLong();
    private volatile boolean tooManyFailed;
    private volatile boolean choosing = true;
    private volatile long heardAt = began;

    /** @param known trials that an earlier worker has stored; they are in the tally already */
    SearchTelling(TrainingRun run, SearchTally tally, int planned, int known) {
        this.run = run;
        this.tally = tally;
        this.planned = planned;
        this.known = known;
        this.position = new SearchPosition(known);
    }

    /** For the optimizer and the search: each of their questions tells that they go on. */
    CancellationToken token() {
        return new WorkingToken(run.control, this::asked);
    }

    private void asked() {
        position.asked();
        if (rhythm.isDue()) {
            tell(tally.now());
        }
    }

    @Override
    public void onTrial(Trial trial) {
        run.trial(trial);
        SearchTally.Count count = tally.add(trial);
        position.ended();
        heardAt = System.nanoTime();
        choosing = count.ended() >= position.proposedUntilNow();
        tell(count);
    }

    /** The model's work moves the bar too, by less than a trial, so that it never stands while there is work. */
    @Override
    public void onProposal(int batchSize, long durationNanos) {
        run.eta.modelSeconds(modelNanos.addAndGet(durationNanos) / 1e9);
        // Between two batches and never within a repeated one, so that neither threads nor takeovers decide when a
        // hopeless job ends.
        SearchTally.Count count = tally.now();
        tooManyFailed =
                count.ended() == position.proposedUntilNow() && FailureShare.isTooLarge(count.failed(), count.ended());
        position.proposed(batchSize);
        heardAt = System.nanoTime();
        choosing = position.isRepeating();
        tell(tally.now());
    }

    boolean tooManyFailed() {
        return tooManyFailed;
    }

    void tell(SearchTally.Count count) {
        double share = Math.min(100, 100.0 * (count.ended() + position.underWay(count.ended())) / planned);
        Trial best = count.bestOrNull();
        run.tracker.update(new ProgressUpdate(
                1L + count.ended(),
                share,
                message(share),
                count.ended(),
                planned,
                best == null ? null : (Double) best.evaluation().score(),
                count.lastScore(),
                best == null ? null : best.parameters().values(),
                count.infeasible(),
                count.failed(),
                rate(count.ended())));
    }

    /** The optimizer may have had fewer points to propose than planned. */
    void finished(int ended) {
        ProgressUpdate last = run.tracker.figures();
        run.tracker.update(last.at(2L + planned + ended, 100, title(100)));
    }

    private @Nullable Double rate(int ended) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return ended <= known || seconds <= 0 ? null : (Double) ((ended - known) / seconds);
    }

    private String message(double share) {
        if (position.isRepeating()) {
            return String.format(
                    Locale.ROOT,
                    "Going on after a takeover: the optimizer has been told %,d of %,d stored trials...",
                    position.proposedUntilNow(),
                    known);
        }
        boolean longSilent = (System.nanoTime() - heardAt) / 1e9 > CHOOSING_IS_TOLD_SECONDS;
        return choosing && longSilent ? title(share) + " (choosing what to try next)" : title(share);
    }

    private String title(double share) {
        OptimizerKind optimizer = run.spec().optimizer();
        return "Optimizing with " + optimizer.title() + " algorithm... " + (int) share + "%";
    }
}
