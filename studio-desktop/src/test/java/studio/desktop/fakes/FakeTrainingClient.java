package studio.desktop.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.JobQuery;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.client.TrainingClient;
import studio.model.job.EventPage;
import studio.model.job.JobDetail;
import studio.model.job.JobEvent;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.StartRequest;
import studio.model.job.TrialPage;
import studio.model.job.TrialView;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesInfo;
import studio.model.market.SeriesList;
import studio.model.market.Timeframe;
import studio.model.problem.Problem;
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

/** A server in memory: pages, filters and refuses as the real one does, and remembers what it was asked. */
public final class FakeTrainingClient implements TrainingClient {
    public EtaScorecard scorecard = new EtaScorecard(0, null, List.of());
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final Map<String, JobSummary> jobs = new LinkedHashMap<>();
    /** Whether the trials are those that were kept of more. */
    public boolean thinned;

    public final Map<String, ProgressSnapshot> progress = new LinkedHashMap<>();
    private final Map<String, ProgressSnapshot> given = new LinkedHashMap<>();
    public final List<TrialView> trials = new CopyOnWriteArrayList<>();
    public final List<JobEvent> events = new CopyOnWriteArrayList<>();
    public final Map<String, JobResults> results = new LinkedHashMap<>();
    public final List<StartRequest> started = new CopyOnWriteArrayList<>();
    public final List<StartRequest> preflights = new CopyOnWriteArrayList<>();
    public final List<Configuration> configurations = new CopyOnWriteArrayList<>();
    public volatile List<SeriesInfo> series = SampleMarket.series();
    /** Thrown by start and preflight when it is set. */
    public volatile ServerRefusedException refusal;

    public volatile boolean away;
    public volatile int pageLimit = 500;

    private void called(String what) {
        calls.add(what);
        if (away) {
            throw new ServerUnreachableException(
                    "The server at http://localhost:8080 does not answer.", new java.io.IOException());
        }
    }

    private static ServerRefusedException refused(int status, String detail) {
        return new ServerRefusedException(new Problem("about:blank", "Refused", status, detail, null, null));
    }

    @Override
    public ProgressSnapshot progress(String jobId) {
        called("progress " + jobId);
        ProgressSnapshot found = progress.get(jobId);
        if (found == null) {
            throw refused(404, "There is no job " + jobId + ".");
        }
        given.put(jobId, found);
        return found;
    }

    @Override
    public Optional<ProgressSnapshot> progressSince(String jobId, long knownVersion) {
        ProgressSnapshot before = given.get(jobId);
        ProgressSnapshot found = progress(jobId);
        // As the server's tag: the same version says the same, unless the clock has moved what is told.
        return found.version() == knownVersion && (before == null || found.equals(before))
                ? Optional.empty()
                : Optional.of(found);
    }

    @Override
    public ProgressList progress(List<String> jobIds) {
        called("progress " + String.join(",", jobIds));
        return new ProgressList(
                jobIds.stream().filter(progress::containsKey).map(progress::get).toList(),
                jobIds.stream().filter(id -> !progress.containsKey(id)).toList());
    }

    @Override
    public JobPage jobs(JobQuery query) {
        called("jobs " + query.filters() + " " + query.sort() + " " + query.cursor());
        Predicate<JobSummary> wanted =
                job -> query.filters().entrySet().stream().allMatch(f -> matches(job, f.getKey(), f.getValue()));
        List<JobSummary> all = jobs.values().stream().filter(wanted).toList();
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        int to = Math.min(all.size(), from + Math.min(pageLimit, query.limit()));
        return new JobPage(
                new ArrayList<>(all.subList(from, to)), to < all.size() ? String.valueOf(to) : null, all.size());
    }

    private static boolean matches(JobSummary job, String field, String value) {
        return switch (field) {
            case "status" -> List.of(value.split(",")).contains(job.status().name());
            case "strategy" -> job.strategy().equals(value);
            case "q" -> (job.jobId() + job.strategy() + job.symbol() + job.name() + job.note()).contains(value);
            default -> true;
        };
    }

    private JobSummary known(String jobId) {
        JobSummary job = jobs.get(jobId);
        if (job == null) {
            throw refused(404, "There is no job " + jobId + ".");
        }
        return job;
    }

    @Override
    public JobDetail job(String jobId) {
        called("job " + jobId);
        return SampleJobs.detail(jobId, known(jobId).status());
    }

    @Override
    public JobResults results(String jobId) {
        called("results " + jobId);
        JobResults found = results.get(jobId);
        if (found == null) {
            throw refused(404, "Job " + jobId + " has no results.");
        }
        return found;
    }

    @Override
    public TrialPage trials(String jobId, int after, int limit) {
        called("trials after " + after);
        List<TrialView> page =
                trials.stream().filter(t -> t.number() > after).limit(limit).toList();
        return new TrialPage(
                page, page.isEmpty() ? after : page.get(page.size() - 1).number(), trials.size(), thinned);
    }

    @Override
    public EventPage events(String jobId, long after) {
        called("events after " + after);
        List<JobEvent> page = events.stream().filter(e -> e.number() > after).toList();
        return new EventPage(
                page, page.isEmpty() ? after : page.get(page.size() - 1).number());
    }

    @Override
    public JobDetail cancel(String jobId) {
        called("cancel " + jobId);
        if (known(jobId).status().isEnded()) {
            throw refused(409, "Job " + jobId + " has already ended.");
        }
        jobs.put(jobId, SampleJobs.summary(jobId, JobStatus.CANCELLING));
        return SampleJobs.detail(jobId, JobStatus.CANCELLING);
    }

    @Override
    public JobDetail rerun(String jobId) {
        called("rerun " + jobId);
        known(jobId);
        String id = "rerun-of-" + jobId;
        jobs.put(id, SampleJobs.summary(id, JobStatus.PENDING));
        return SampleJobs.detail(id, JobStatus.PENDING);
    }

    @Override
    public JobDetail patch(String jobId, JobPatch patch) {
        called("patch " + jobId + " " + patch);
        JobSummary j = known(jobId);
        JobSummary changed = new JobSummary(
                j.jobId(),
                j.status(),
                j.strategy(),
                j.strategyVersion(),
                j.symbol(),
                j.exchange(),
                j.timeframe(),
                j.optimizer(),
                j.objective(),
                j.percentage(),
                j.bestScore(),
                j.netProfitPct(),
                j.trades(),
                j.stage(),
                j.verdict(),
                j.configId(),
                j.createdAt(),
                j.startedAt(),
                j.endedAt(),
                j.durationSeconds(),
                j.errorMessage(),
                patch.name() == null ? j.name() : patch.name(),
                patch.note() == null ? j.note() : patch.note(),
                patch.tags() == null ? j.tags() : patch.tags(),
                patch.pinned() == null ? j.pinned() : patch.pinned(),
                j.createdBy(),
                j.rerunOf(),
                j.version() + 1);
        jobs.put(jobId, changed);
        JobDetail d = SampleJobs.detail(jobId, j.status());
        return new JobDetail(
                changed, d.request(), d.spec(), d.worker(), d.attempt(), d.queuePosition(), d.stateHistory());
    }

    @Override
    public void delete(String jobId) {
        called("delete " + jobId);
        if (!known(jobId).status().isEnded()) {
            throw refused(409, "Job " + jobId + " still runs.");
        }
        jobs.remove(jobId);
    }

    @Override
    public StrategyList strategies() {
        called("strategies");
        return new StrategyList(List.of(SampleJobs.liquiditySweep()));
    }

    @Override
    public JobDetail start(StartRequest request) {
        called("start");
        started.add(request);
        if (refusal != null) {
            throw refusal;
        }
        jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.PENDING));
        return SampleJobs.detail(SampleJobs.JOB_ID, JobStatus.PENDING);
    }

    @Override
    public PreflightReport preflight(StartRequest request) {
        called("preflight");
        preflights.add(request);
        if (refusal != null) {
            throw refusal;
        }
        return SampleMarket.preflight(Boolean.TRUE.equals(request.runValidation()));
    }

    @Override
    public ConfigurationList configurations(Map<String, String> filters, int limit) {
        called("configurations " + filters + " " + limit);
        return new ConfigurationList(configurations.stream()
                .filter(c -> filters.getOrDefault("stage", c.stage().name())
                        .equals(c.stage().name()))
                .limit(limit)
                .toList());
    }

    @Override
    public Configuration configuration(String configId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeriesList series() {
        called("series");
        return new SeriesList(series);
    }

    @Override
    public CandleColumns candles(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Instant from,
            @Nullable Instant to,
            int maxPoints) {
        called("candles " + exchange + " " + symbol + " " + timeframe.wireName() + " " + from + " " + to);
        return SampleMarket.candles(exchange, symbol, timeframe, from, to, maxPoints);
    }

    public final FakeMarketDataClient marketData = new FakeMarketDataClient();

    @Override
    public studio.desktop.client.MarketDataClient marketData() {
        return marketData;
    }

    public final FakeStrategyClient written = new FakeStrategyClient();

    @Override
    public studio.desktop.client.StrategyClient written() {
        return written;
    }

    @Override
    public Health ready() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EtaScorecard etaScorecard() {
        called("etaScorecard");
        return scorecard;
    }

    @Override
    public VersionInfo version() {
        called("version");
        return new VersionInfo("Strategy Studio", "1.0.0", "2", "17", "PostgreSQL 17.11 (embedded)");
    }

    @Override
    public void close() {}
}
