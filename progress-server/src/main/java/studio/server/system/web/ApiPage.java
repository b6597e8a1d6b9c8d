package studio.server.system.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI document as one plain page without scripts: routes first, then every schema. */
final class ApiPage {
    private ApiPage() {}

    static String html(ObjectNode document) {
        StringBuilder out = new StringBuilder("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strategy Studio API</title><style>
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                code, pre { font: 13px/1.45 ui-monospace, monospace; }
                pre { background: #f4f5f7; padding: .8rem; overflow-x: auto; border-radius: 6px; }
                td { padding: .2rem 1rem .2rem 0; vertical-align: top; }
                </style></head><body><h1>Strategy Studio API, version 2</h1>
                <p>The same as a document: <a href="openapi.json">openapi.json</a></p><table>
                """);
        String base = document.at("/servers/0/url").asText();
        for (Operation operation : Operations.ALL) {
            out.append("<tr><td><code>").append(operation.method().toUpperCase(java.util.Locale.ROOT));
            out.append("</code></td><td><code>").append(escaped(base + operation.path()));
            out.append("</code></td><td>").append(escaped(operation.summary())).append("</td><td>");
            out.append(link(operation.request())).append("</td><td>").append(link(operation.answer()));
            out.append("</td></tr>\n");
        }
        out.append("</table>\n");
        JsonNode schemas = document.at("/components/schemas");
        schemas.fieldNames().forEachRemaining(name -> {
            out.append("<h2 id=\"")
                    .append(escaped(name))
                    .append("\">")
                    .append(escaped(name))
                    .append("</h2><pre>");
            out.append(escaped(schemas.get(name).toPrettyString())).append("</pre>\n");
        });
        return out.append("</body></html>\n").toString();
    }

    private static String link(@org.jspecify.annotations.Nullable Class<?> type) {
        return type == null ? "" : "<a href=\"#" + type.getSimpleName() + "\">" + type.getSimpleName() + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
