package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.model.job.EventPage;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.StartRequest;
import studio.model.job.TrialPage;
import studio.model.json.StudioJson;
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
import studio.model.progress.ProgressList;
import studio.model.result.ConfigurationList;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyList;
import studio.model.system.Health;
import studio.model.system.PreflightReport;
import studio.model.system.VersionInfo;

/** The published document says what is served: every route, every record, every field by its wire name. */
class OpenApiIT {
    private static final List<Class<?>> ANSWERS_AND_REQUESTS = List.of(
            StartRequest.class,
            JobDetail.class,
            JobPage.class,
            JobPatch.class,
            TrialPage.class,
            EventPage.class,
            ProgressList.class,
            JobResults.class,
            PreflightReport.class,
            StrategyList.class,
            ConfigurationList.class,
            SeriesList.class,
            CandleColumns.class,
            ImportReport.class,
            DataTask.class,
            DataTaskList.class,
            BackfillRequest.class,
            ExchangeList.class,
            ResampleRequest.class,
            ResampleReport.class,
            Health.class,
            VersionInfo.class,
            Problem.class);

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder);
        document = server.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_served_route_is_told_and_every_told_route_is_served() {
        Set<String> told = new TreeSet<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> told.add(method.toUpperCase(Locale.ROOT) + " /api/v2" + path.getKey())));

        assertThat(told).isEqualTo(served()).hasSizeGreaterThan(20);
    }

    @Test
    void the_document_for_people_has_every_served_route_and_no_other() throws Exception {
        List<String> told = DocumentedRoutes.read().stream()
                .map(DocumentedRoutes.Route::told)
                .toList();

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(served());
    }

    private static Set<String> served() {
        return server.routes().stream()
                .filter(route -> route.contains(" /api/v2/"))
                // The document and its page do not tell of themselves.
                .filter(route -> !route.endsWith("/openapi.json") && !route.endsWith("/docs"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_record_and_every_field_stands_there_by_its_wire_name() {
        JsonMapper mapper = StudioJson.lenient();

        for (Class<?> type : records()) {
            JsonNode properties =
                    document.at("/components/schemas/" + type.getSimpleName()).get("properties");
            List<String> wireNames = wireNames(mapper, type);

            assertThat(properties).as(type.getSimpleName()).isNotNull();
            assertThat(properties.fieldNames())
                    .toIterable()
                    .as(type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(wireNames)
                    .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
        });
    }

    @Test
    void operation_ids_are_unique_and_enumerations_are_told_as_they_are_sent() {
        List<String> ids = document.findValuesAsText("operationId");

        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(document.at("/components/schemas/Timeframe").toString()).contains("\"15m\"");
        assertThat(document.at("/components/schemas/StartRequest/properties").has("n_iterations"))
                .isTrue();
    }

    /** As Jackson writes them, with the fields of an unwrapped record in place of itself. */
    private static List<String> wireNames(JsonMapper mapper, Class<?> type) {
        List<String> names = new ArrayList<>();
        BeanDescription known = mapper.getSerializationConfig().introspect(mapper.constructType(type));
        for (BeanPropertyDefinition property : known.findProperties()) {
            if (property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
                names.addAll(wireNames(mapper, property.getRawPrimaryType()));
            } else {
                names.add(property.getName());
            }
        }
        return names;
    }

    /** Every record that can be reached from those that the routes read and write. */
    private static Set<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Set<Type> seen = new HashSet<>();
        Deque<Type> open = new ArrayDeque<>(ANSWERS_AND_REQUESTS);
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (!seen.add(type)) {
                continue;
            }
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> plain && plain.isRecord()) {
                found.add(plain);
                for (var component : plain.getRecordComponents()) {
                    open.add(component.getGenericType());
                }
            }
        }
        return found;
    }
}
