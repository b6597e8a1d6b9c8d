package studio.desktop.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.job.EventPage;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.StartRequest;
import studio.model.job.TrialPage;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesList;
import studio.model.market.Timeframe;
import studio.model.progress.EtaScorecard;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.Configuration;
import studio.model.result.ConfigurationList;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyList;
import studio.model.system.Health;
import studio.model.system.PreflightReport;
import studio.model.system.VersionInfo;

/**
 * Every call that the desktop and the terminal make. Calls block and must not be made on the FX thread; thread-safe.
 *
 * <p>Every method throws {@link ServerUnreachableException} when no answer came, and {@link ServerRefusedException} with
 * the server's problem document when it said no.
 */
public interface TrainingClient extends AutoCloseable {

    JobDetail start(StartRequest request);

    PreflightReport preflight(StartRequest request);

    ProgressSnapshot progress(String jobId);

    /** The snapshot when it differs from the one of {@code knownVersion}; empty on 304. */
    Optional<ProgressSnapshot> progressSince(String jobId, long knownVersion);

    /** Many snapshots in one call. */
    ProgressList progress(List<String> jobIds);

    JobPage jobs(JobQuery query);

    JobDetail job(String jobId);

    JobResults results(String jobId);

    TrialPage trials(String jobId, int after, int limit);

    EventPage events(String jobId, long after);

    JobDetail cancel(String jobId);

    /** A new job with the same request and seed. */
    JobDetail rerun(String jobId);

    JobDetail patch(String jobId, JobPatch patch);

    void delete(String jobId);

    StrategyList strategies();

    /**
     * Saved configurations, newest first.
     *
     * @param filters by wire name, e.g. {@code stage=MATURE}; empty values are left out
     * @param limit 1..500
     */
    ConfigurationList configurations(Map<String, String> filters, int limit);

    Configuration configuration(String configId);

    SeriesList series();

    /**
     * Candles for drawing.
     *
     * @param from inclusive; null from the first
     * @param to inclusive; null to the last
     * @param maxPoints the server sums candles up so that there are at most this many points, above 0
     */
    CandleColumns candles(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Instant from,
            @Nullable Instant to,
            int maxPoints);

    /** Imports, backfills and what became of them. */
    MarketDataClient marketData();

    /** Strategies with their versions, and the texts that analysts write. */
    StrategyClient written();

    Health ready();

    VersionInfo version();

    /** How good the forecasts of this server's finished jobs were. */
    EtaScorecard etaScorecard();

    @Override
    void close();
}
