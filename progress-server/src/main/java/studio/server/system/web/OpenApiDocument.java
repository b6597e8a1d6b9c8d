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
import org.jspecify.annotations.Nullable;
import studio.model.problem.Problem;

/** The contract as OpenAPI 3.1, its schemas generated from the records that the routes read and write. */
final class OpenApiDocument {
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
        for (Operation operation : Operations.ALL) {
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
