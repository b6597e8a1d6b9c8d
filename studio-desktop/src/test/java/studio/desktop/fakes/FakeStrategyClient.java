package studio.desktop.fakes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.client.StrategyClient;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;
import studio.model.strategy.FunctionList;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyList;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.StrategyVersionList;

/** Written strategies in memory: numbers versions and refuses as the server does. */
public final class FakeStrategyClient implements StrategyClient {
    private static final Pattern TITLE = Pattern.compile("strategy\\s+\"([^\"]*)\"");
    private static final Instant SAVED = Instant.parse("2026-01-05T09:00:00Z");

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<StrategyCheckRequest> checks = new CopyOnWriteArrayList<>();
    public final List<StrategyInfo> builtIn = new CopyOnWriteArrayList<>(List.of(SampleJobs.liquiditySweep()));
    /** Versions of each, the oldest first. */
    public final Map<String, List<StrategyVersion>> versions = new LinkedHashMap<>();

    public final List<String> archived = new CopyOnWriteArrayList<>();
    /** Those that a training refers to. */
    public final List<String> used = new CopyOnWriteArrayList<>();
    /** What a check answers. */
    public Function<StrategyCheckRequest, StrategyCheck> checked = request -> new StrategyCheck(
            List.of(), title(text(request.text())), "", List.of(), 1, 0, 50, null, List.of(), null, null);

    public FunctionList functions = new FunctionList(List.of(), List.of());
    public volatile boolean away;

    private void called(String what) {
        calls.add(what);
        if (away) {
            throw new ServerUnreachableException(
                    "The server at http://localhost:8080 does not answer.", new java.io.IOException());
        }
    }

    private static ServerRefusedException refused(int status, String detail, List<FieldError> errors) {
        return new ServerRefusedException(
                new Problem("about:blank", "Refused", status, detail, null, errors.isEmpty() ? null : errors));
    }

    @Override
    public synchronized StrategyList list() {
        called("list");
        List<StrategyInfo> all = new ArrayList<>(builtIn);
        versions.keySet().forEach(name -> all.add(info(name)));
        return new StrategyList(all);
    }

    @Override
    public synchronized Optional<StrategyInfo> find(String name) {
        called("find " + name);
        return list().strategies().stream()
                .filter(s -> s.name().equals(name) || s.title().equalsIgnoreCase(name))
                .findFirst();
    }

    private StrategyInfo info(String name) {
        StrategyVersion v = newest(name);
        return new StrategyInfo(
                name,
                v.title(),
                v.description(),
                v.minCandles(),
                v.parameters(),
                StrategyKind.WRITTEN,
                v.version(),
                v.text(),
                archived.contains(name),
                null);
    }

    private StrategyVersion newest(String name) {
        List<StrategyVersion> all = known(name);
        return all.get(all.size() - 1);
    }

    private List<StrategyVersion> known(String name) {
        List<StrategyVersion> all = versions.get(name);
        if (all == null) {
            throw refused(404, "There is no strategy " + name + ".", List.of());
        }
        return all;
    }

    @Override
    public synchronized StrategyVersionList versions(String name) {
        called("versions " + name);
        List<StrategyVersion> all = new ArrayList<>(known(name));
        java.util.Collections.reverse(all);
        return new StrategyVersionList(all);
    }

    @Override
    public synchronized StrategyVersion version(String name, int version) {
        called("version " + name + " " + version);
        return known(name).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> refused(404, name + " has no version " + version + ".", List.of()));
    }

    @Override
    public synchronized StrategyVersion create(SaveStrategyRequest request) {
        called("create");
        String title = title(text(request.text()));
        refuseWrong(request);
        boolean taken = list().strategies().stream().anyMatch(s -> s.title().equalsIgnoreCase(title));
        if (taken) {
            String sentence = "text has the title '" + title + "', which another strategy has already";
            throw refused(400, sentence, List.of(new FieldError("text", sentence)));
        }
        String name = title.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        versions.put(name, new ArrayList<>(List.of(made(name, 1, title, request))));
        return newest(name);
    }

    @Override
    public synchronized StrategyVersion save(String name, SaveStrategyRequest request) {
        called("save " + name);
        refuseWrong(request);
        StrategyVersion newest = newest(name);
        if (newest.text().equals(request.text())) {
            return newest;
        }
        if (request.basedOn() == null || request.basedOn() != newest.version()) {
            throw refused(409, name + " is at version " + newest.version() + " by now.", List.of());
        }
        known(name).add(made(name, newest.version() + 1, title(text(request.text())), request));
        return newest(name);
    }

    private void refuseWrong(SaveStrategyRequest request) {
        StrategyCheck check =
                checked.apply(new StrategyCheckRequest(request.text(), null, null, null, null, null, null, null));
        if (!check.problems().isEmpty()) {
            throw refused(
                    400,
                    "The text has problems.",
                    check.problems().stream()
                            .map(p -> new FieldError(
                                    "text", "text line " + p.line() + ", column " + p.column() + ": " + p.message()))
                            .toList());
        }
    }

    private static StrategyVersion made(String name, int version, String title, SaveStrategyRequest request) {
        String text = text(request.text());
        return new StrategyVersion(
                name,
                version,
                title,
                "",
                text,
                sha256(text),
                text(request.createdBy()),
                SAVED.plusSeconds(60L * version),
                text(request.note()),
                50,
                List.of());
    }

    @Override
    public synchronized StrategyInfo archive(String name, boolean archive) {
        called((archive ? "archive " : "restore ") + name);
        known(name);
        archived.remove(name);
        if (archive) {
            archived.add(name);
        }
        return info(name);
    }

    @Override
    public synchronized void delete(String name) {
        called("delete " + name);
        known(name);
        if (used.contains(name)) {
            throw refused(409, "A training refers to " + name + "; archive it instead.", List.of());
        }
        versions.remove(name);
    }

    @Override
    public StrategyCheck check(StrategyCheckRequest request) {
        called("check");
        checks.add(request);
        return checked.apply(request);
    }

    @Override
    public FunctionList functions() {
        called("functions");
        return functions;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static String title(String text) {
        Matcher found = TITLE.matcher(text);
        return found.find() ? found.group(1) : "Untitled";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
