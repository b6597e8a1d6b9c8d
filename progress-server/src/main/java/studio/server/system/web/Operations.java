package studio.server.system.web;

import java.util.List;
import studio.model.job.EventPage;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.StartRequest;
import studio.model.job.TrialPage;
import studio.model.market.BackfillRequest;
import studio.model.market.CandleColumns;
import studio.model.market.DataTask;
import studio.model.market.DataTaskList;
import studio.model.market.ExchangeList;
import studio.model.market.ImportReport;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;
import studio.model.market.SeriesList;
import studio.model.progress.EtaScorecard;
import studio.model.progress.JobForecast;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.Configuration;
import studio.model.result.ConfigurationList;
import studio.model.result.JobResults;
import studio.model.strategy.FunctionList;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;
import studio.model.strategy.StrategyPatch;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.StrategyVersionList;
import studio.model.system.Health;
import studio.model.system.PreflightReport;
import studio.model.system.VersionInfo;

/** What the OpenAPI document tells: each route once. */
final class Operations {
    /** Every route that is served; a test holds it to what Javalin knows. */
    static final List<Operation> ALL = List.of(
            Operation.post("/training/start", "Store a job and queue it.", StartRequest.class, 202, JobDetail.class),
            Operation.post(
                    "/training/preflight",
                    "What a training would be; stores nothing.",
                    StartRequest.class,
                    200,
                    PreflightReport.class),
            Operation.get("/training/jobs/{job_id}/progress", "One progress snapshot.", ProgressSnapshot.class),
            Operation.get(
                    "/training/jobs/{job_id}/forecast",
                    "What was forecast while a completed job ran.",
                    JobForecast.class),
            Operation.get(
                    "/eta/scorecard",
                    "How good the forecasts of finished jobs were, beside published estimators.",
                    EtaScorecard.class),
            Operation.get("/training/progress", "Many snapshots in one call.", ProgressList.class, "job_ids"),
            Operation.get(
                    "/training/jobs",
                    "The history, page by page.",
                    JobPage.class,
                    "status",
                    "strategy",
                    "symbol",
                    "exchange",
                    "timeframe",
                    "optimizer",
                    "q",
                    "tags",
                    "min_best_score",
                    "max_best_score",
                    "min_net_profit_pct",
                    "max_net_profit_pct",
                    "min_trades",
                    "max_trades",
                    "min_duration",
                    "max_duration",
                    "stage",
                    "verdict",
                    "pinned",
                    "created_by",
                    "from",
                    "to",
                    "sort",
                    "limit",
                    "cursor"),
            Operation.get("/training/jobs/{job_id}", "One job in full.", JobDetail.class),
            new Operation(
                    "patch",
                    "/training/jobs/{job_id}",
                    "Change name, note, tags or pin.",
                    JobPatch.class,
                    200,
                    JobDetail.class,
                    List.of()),
            new Operation("delete", "/training/jobs/{job_id}", "Remove an ended job.", null, 204, null, List.of()),
            Operation.get("/training/jobs/{job_id}/results", "What the job found.", JobResults.class),
            Operation.get(
                    "/training/jobs/{job_id}/trials",
                    "Trials in order, as JSON or CSV.",
                    TrialPage.class,
                    "after",
                    "limit"),
            Operation.get("/training/jobs/{job_id}/events", "Messages in order.", EventPage.class, "after"),
            Operation.post("/training/jobs/{job_id}/cancel", "Ask a job to stop.", null, 202, JobDetail.class),
            Operation.post(
                    "/training/jobs/{job_id}/rerun",
                    "The same request and seed again; a body overrides single fields.",
                    StartRequest.class,
                    202,
                    JobDetail.class),
            Operation.get("/strategies", "Every strategy with its parameters.", StrategyList.class),
            Operation.post(
                    "/strategies",
                    "Save a text as a new strategy.",
                    SaveStrategyRequest.class,
                    201,
                    StrategyVersion.class),
            Operation.get("/strategies/{name}", "One strategy, by identifier or title.", StrategyInfo.class),
            new Operation(
                    "patch",
                    "/strategies/{name}",
                    "Archive a written strategy, or restore it.",
                    StrategyPatch.class,
                    200,
                    StrategyInfo.class,
                    List.of()),
            new Operation(
                    "delete",
                    "/strategies/{name}",
                    "Remove a written strategy; 409 while a run refers to it.",
                    null,
                    204,
                    null,
                    List.of()),
            Operation.get(
                    "/strategies/{name}/versions",
                    "All versions of a written strategy, newest first.",
                    StrategyVersionList.class),
            Operation.post(
                    "/strategies/{name}/versions",
                    "Save a text as the next version; 409 when based_on is not the newest.",
                    SaveStrategyRequest.class,
                    201,
                    StrategyVersion.class),
            Operation.get("/strategies/{name}/versions/{version}", "One version.", StrategyVersion.class),
            Operation.post(
                    "/strategies/check",
                    "What a text is, and how it would have traded a series; stores nothing.",
                    StrategyCheckRequest.class,
                    200,
                    StrategyCheck.class),
            Operation.get(
                    "/language/functions",
                    "The words of the strategy language with their help, and texts to begin with.",
                    FunctionList.class),
            Operation.get(
                    "/configurations",
                    "Saved configurations, newest first.",
                    ConfigurationList.class,
                    "strategy",
                    "symbol",
                    "exchange",
                    "timeframe",
                    "stage",
                    "limit"),
            Operation.get("/configurations/{config_id}", "One configuration.", Configuration.class, "download"),
            Operation.get("/market-data", "Series held.", SeriesList.class),
            new Operation(
                    "delete",
                    "/market-data",
                    "Remove a series with its candles; 409 while something uses it.",
                    null,
                    204,
                    null,
                    List.of("exchange", "symbol", "timeframe")),
            Operation.get(
                    "/market-data/candles",
                    "Candles for drawing.",
                    CandleColumns.class,
                    "exchange",
                    "symbol",
                    "timeframe",
                    "from",
                    "to",
                    "max_points"),
            new Operation(
                    "post",
                    "/market-data/import",
                    "Take candles from a CSV or JSON, plain, gzip or zip, sent as body; with dry_run=true only an"
                            + " ImportPreview is answered.",
                    null,
                    200,
                    ImportReport.class,
                    List.of(
                            "exchange",
                            "symbol",
                            "timeframe",
                            "calendar",
                            "dry_run",
                            "task_id",
                            "map",
                            "date_format",
                            "zone",
                            "decimal",
                            "adjusted",
                            "symbol_in_file",
                            "file_in_zip")),
            Operation.get("/market-data/exchanges", "Exchanges that candles can be fetched from.", ExchangeList.class),
            Operation.post(
                    "/market-data/backfill",
                    "Fetch a series from its exchange.",
                    BackfillRequest.class,
                    202,
                    DataTask.class),
            Operation.post(
                    "/market-data/resample",
                    "Sum candles up to longer ones.",
                    ResampleRequest.class,
                    200,
                    ResampleReport.class),
            Operation.get("/market-data/tasks", "Imports and backfills, newest first.", DataTaskList.class, "limit"),
            Operation.get("/market-data/tasks/{task_id}", "One import or backfill.", DataTask.class),
            Operation.post("/market-data/tasks/{task_id}/cancel", "Ask it to stop.", null, 200, DataTask.class),
            Operation.get(
                    "/market-data/tasks/{task_id}/rejections", "Rows that an import rejected, as CSV.", String.class),
            Operation.get("/health/live", "Whether the server lives.", Health.class),
            Operation.get("/health/ready", "Whether it can take requests and jobs; 503 when not.", Health.class),
            Operation.get("/version", "The build.", VersionInfo.class));

    private Operations() {}
}
