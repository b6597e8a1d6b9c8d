package studio.server.system.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import studio.model.problem.Problem;
import studio.model.progress.EtaScorecard;
import studio.model.progress.JobForecast;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.Configuration;
import studio.model.result.ConfigurationList;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;
import studio.model.system.Health;
import studio.model.system.PreflightReport;
import studio.model.system.VersionInfo;

/** The contract as OpenAPI 3.1, its schemas generated from the records that the routes read and write. */
final class OpenApiDocument {
    /** Every route that is served; a test holds it to what Javalin knows. */
    static final List<Operation> OPERATIONS = List.of(
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
            Operation.get("/strategies/{name}", "One strategy.", StrategyInfo.class),
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
                    List.of("exchange", "symbol", "timeframe", "calendar", "dry_run", "task_id")),
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

    private final JsonMapper json = new JsonMapper();
    private final SchemaGenerator schemas = generator();
    private final ObjectNode components = json.createObjectNode();

    private OpenApiDocument() {}

    static ObjectNode build(String basePath) {
        return new OpenApiDocument().document(basePath);
    }

    private ObjectNode document(String basePath) {
        ObjectNode root = json.createObjectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Strategy Studio").put("version", "2");
        root.putArray("servers").addObject().put("url", basePath);
        ObjectNode paths = root.putObject("paths");
        for (Operation operation : OPERATIONS) {
            paths.withObjectProperty(operation.path()).set(operation.method(), operation(operation));
        }
        ObjectNode parts = root.putObject("components");
        parts.set("schemas", components);
        parts.putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Demanded where the server listens beyond loopback, or was told to.");
        ArrayNode security = root.putArray("security");
        security.addObject();
        security.addObject().putArray("token");
        return root;
    }

    private ObjectNode operation(Operation operation) {
        ObjectNode node = json.createObjectNode();
        node.put("operationId", operation.id()).put("summary", operation.summary());
        ArrayNode parameters = node.putArray("parameters");
        operation.variables().forEach(name -> parameter(parameters, name, "path", true));
        operation.query().forEach(name -> parameter(parameters, name, "query", false));
        if (operation.request() != null) {
            content(node.putObject("requestBody"), "application/json", operation.request());
        } else if (operation.path().endsWith("/import")) {
            node.putObject("requestBody")
                    .putObject("content")
                    .putObject("text/csv")
                    .putObject("schema")
                    .put("type", "string");
        }
        ObjectNode responses = node.putObject("responses");
        ObjectNode good = responses.putObject(Integer.toString(operation.status()));
        good.put("description", operation.summary());
        if (operation.answer() != null) {
            content(good, "application/json", operation.answer());
        }
        ObjectNode bad = responses.putObject("default");
        bad.put("description", "What is wrong, as RFC 9457 describes it.");
        content(bad, Problem.MEDIA_TYPE, Problem.class);
        return node;
    }

    private static void parameter(ArrayNode parameters, String name, String in, boolean required) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .putObject("schema")
                .put("type", "string");
    }

    private void content(ObjectNode parent, String mediaType, Class<?> type) {
        parent.putObject("content")
                .putObject(mediaType)
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema(type));
    }

    /** Adds the record's schema, and those of the records within, under their own names. */
    private String schema(Class<?> type) {
        String name = type.getSimpleName();
        if (!components.has(name)) {
            ObjectNode generated = schemas.generateSchema(type);
            JsonNode inner = generated.remove("$defs");
            generated.remove("$schema");
            components.set(name, moved(generated));
            if (inner != null) {
                inner.fields().forEachRemaining(entry -> {
                    if (!components.has(entry.getKey())) {
                        components.set(entry.getKey(), moved(entry.getValue()));
                    }
                });
            }
        }
        return name;
    }

    private JsonNode moved(JsonNode schema) {
        try {
            return json.readTree(schema.toString().replace("\"#/$defs/", "\"#/components/schemas/"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.RESPECT_JSONPROPERTY_REQUIRED))
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.FLATTENED_OPTIONALS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withPropertyNameOverrideResolver(OpenApiDocument::wireName)
                .withNullableCheck(OpenApiDocument::isNullable);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable String wireName(FieldScope field) {
        if (field.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class) != null) {
            return null;
        }
        return new SnakeCaseStrategy().translate(field.getDeclaredName());
    }

    private static boolean isNullable(FieldScope field) {
        java.lang.reflect.AnnotatedType type = field.getRawMember().getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }
}
