package studio.server.system.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.router.JavalinDefaultRoutingApi;
import studio.server.shared.web.Answers;
import studio.server.shared.web.Routes;

/** The contract for programs, and a page for people to read it. */
public final class OpenApiRoutes implements Routes {
    private final Answers answers;
    private final ObjectNode document = OpenApiDocument.build(BASE);

    public OpenApiRoutes(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/openapi.json", ctx -> answers.tagged(ctx, document));
        String page = ApiPage.html(document);
        api.get(
                BASE + "/docs",
                ctx -> ctx.contentType("text/html; charset=utf-8")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .result(page));
    }
}
