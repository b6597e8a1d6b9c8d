package studio.server.shared.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a JSON body as a tree, within bounds that no honest request reaches. Thread-safe. */
public final class BodyReader {
    static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 100;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
            .build();

    /** A body with the bytes that it was read from. */
    public record Body(byte[] bytes, JsonNode tree) {}

    /** The body, which must be a JSON object. */
    public Body object(Context ctx) {
        byte[] bytes = bytes(ctx);
        requireJson(ctx);
        if (bytes.length == 0) {
            throw ProblemException.unreadable("The body is empty; a JSON object is wanted.");
        }
        return new Body(bytes, parse(bytes));
    }

    /** The body, or an empty object when there is none. */
    public Body objectOrNothing(Context ctx) {
        byte[] bytes = bytes(ctx);
        if (bytes.length == 0) {
            return new Body(bytes, json.createObjectNode());
        }
        requireJson(ctx);
        return new Body(bytes, parse(bytes));
    }

    private static void requireJson(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw ProblemException.unsupported("The body's Content-Type is " + (type == null ? "missing" : type)
                    + "; application/json is wanted.");
        }
    }

    private static byte[] bytes(Context ctx) {
        try (InputStream in = BoundedBody.of(ctx, MAX_BYTES)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw ProblemException.unreadable("The body broke off before its end.");
        }
    }

    private JsonNode parse(byte[] bytes) {
        JsonNode tree;
        try {
            tree = json.readTree(utf8(bytes));
        } catch (JsonProcessingException e) {
            throw ProblemException.unreadable("The body is not valid JSON: " + sentence(e));
        }
        if (!tree.isObject()) {
            throw ProblemException.unreadable("The body must be a JSON object.");
        }
        return tree;
    }

    /** Decoded by hand: Jackson would take UTF-16 and UTF-32 too, which the contract does not. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.unreadable("The body is not UTF-8.");
        }
    }

    private static String sentence(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        return first + where;
    }
}
