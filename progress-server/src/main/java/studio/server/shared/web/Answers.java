package studio.server.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import studio.model.json.StudioJson;
import studio.model.problem.Problem;

/** Writes answers: JSON, strong tags, problems. Thread-safe. */
public final class Answers {
    private static final String JSON = "application/json";
    private static final int TAG_BYTES = 12;

    private final JsonMapper json = StudioJson.lenient();

    public void json(Context ctx, int status, Object body) {
        ctx.status(status).contentType(JSON).result(bytes(body));
    }

    public void json(Context ctx, Object body) {
        json(ctx, 200, body);
    }

    /** 200 with JSON that is written already. */
    public void jsonBytes(Context ctx, byte[] body) {
        ctx.status(200).contentType(JSON).result(body);
    }

    /** 200 with a tag made of the body itself, or 304 when the client has just that. */
    public void tagged(Context ctx, Object body) {
        byte[] bytes = bytes(body);
        if (!notModified(ctx, digest(bytes))) {
            jsonBytes(ctx, bytes);
        }
    }

    /** Sets the tag; when the client has it already, answers 304 without a body and returns true. */
    public boolean notModified(Context ctx, String tag) {
        String quoted = "\"" + tag + "\"";
        ctx.header("ETag", quoted).header("Cache-Control", "no-cache");
        if (!matches(ctx.header("If-None-Match"), quoted)) {
            return false;
        }
        ctx.status(304);
        return true;
    }

    public void problem(Context ctx, Problem problem) {
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(bytes(problem));
    }

    public byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + body.getClass(), e);
        }
    }

    private static boolean matches(@Nullable String header, String quoted) {
        // A weak tag names the same representation for a GET (RFC 9110, 13.1.2).
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(quoted) || tag.equals("W/" + quoted));
    }

    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A short tag for that text; equal texts have equal tags. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
