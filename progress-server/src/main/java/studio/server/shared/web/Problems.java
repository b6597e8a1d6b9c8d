package studio.server.shared.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;

/** Turns whatever goes wrong into a problem document; a stack trace goes to the log and nowhere else. */
public final class Problems implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Answers answers;
    private final Predicate<Throwable> isOutage;

    /**
     * @param isOutage tells a database that is away from a fault of ours
     */
    public Problems(Answers answers, Predicate<Throwable> isOutage) {
        this.answers = answers;
        this.isOutage = isOutage;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.exception(ProblemException.class, (e, ctx) -> {
            String detail = e.getMessage() == null ? e.title() : e.getMessage();
            List<FieldError> errors = e.errors();
            answer(ctx, e.status(), e.title(), detail, errors);
        });
        api.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, e.getStatus(), title(e.getStatus()), text(ctx, e.getStatus()), List.of()));
        api.exception(Exception.class, (e, ctx) -> {
            if (isOutage.test(e)) {
                LOG.warn("{} {}: the database does not answer: {}", ctx.method(), ctx.path(), e.toString());
                answer(ctx, 503, title(503), "The database does not answer; try again in a moment.", List.of());
                return;
            }
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            answer(
                    ctx,
                    500,
                    "Internal error",
                    "The server could not do this. What happened is in its log; try again, and tell who runs it if it"
                            + " stays so.",
                    List.of());
        });
        // Jetty's and Javalin's own refusals come without a body.
        for (int status : new int[] {404, 405, 413, 415}) {
            api.error(status, ctx -> {
                if (!isProblem(ctx)) {
                    answer(ctx, status, title(status), text(ctx, status), List.of());
                }
            });
        }
    }

    private void answer(Context ctx, int status, String title, String detail, List<FieldError> errors) {
        if (status == 503 || status == 429) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        answers.problem(
                ctx, new Problem("about:blank", title, status, detail, ctx.path(), errors.isEmpty() ? null : errors));
    }

    private static boolean isProblem(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && type.startsWith(Problem.MEDIA_TYPE);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 408 -> "Too slow";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 503 -> "Unavailable";
            default -> "Error " + status;
        };
    }

    private static String text(Context ctx, int status) {
        return switch (status) {
            case 404 -> "There is nothing at " + ctx.path() + ".";
            case 405 -> ctx.path() + " cannot be asked with " + ctx.method() + ".";
            case 413 -> "The body is larger than the server takes here.";
            case 503 -> "The server is not ready; try again in a moment.";
            default -> "The server refused " + ctx.method() + " " + ctx.path() + " with status " + status + ".";
        };
    }
}
