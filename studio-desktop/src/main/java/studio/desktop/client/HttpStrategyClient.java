package studio.desktop.client;

import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import studio.model.strategy.FunctionList;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;
import studio.model.strategy.StrategyPatch;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.StrategyVersionList;

/** {@link StrategyClient} over HTTP. Thread-safe. */
final class HttpStrategyClient implements StrategyClient {
    private static final int NOT_FOUND = 404;

    private final HttpTrainingClient client;

    HttpStrategyClient(HttpTrainingClient client) {
        this.client = client;
    }

    @Override
    public StrategyList list() {
        return client.strategies();
    }

    @Override
    public Optional<StrategyInfo> find(String name) {
        try {
            return Optional.of(client.get(client.path("strategies", name), StrategyInfo.class));
        } catch (ServerRefusedException refused) {
            if (refused.problem().status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public StrategyVersionList versions(String name) {
        return client.get(client.path("strategies", name, "versions"), StrategyVersionList.class);
    }

    @Override
    public StrategyVersion version(String name, int version) {
        HttpUrl url = client.path("strategies", name, "versions", Integer.toString(version));
        return client.get(url, StrategyVersion.class);
    }

    @Override
    public StrategyVersion create(SaveStrategyRequest request) {
        return client.create(client.path("strategies"), request, StrategyVersion.class);
    }

    @Override
    public StrategyVersion save(String name, SaveStrategyRequest request) {
        return client.create(client.path("strategies", name, "versions"), request, StrategyVersion.class);
    }

    @Override
    public StrategyInfo archive(String name, boolean archived) {
        return client.read(
                new Request.Builder()
                        .url(client.path("strategies", name))
                        .patch(client.body(new StrategyPatch(archived))),
                StrategyInfo.class);
    }

    @Override
    public void delete(String name) {
        client.remove(client.path("strategies", name));
    }

    @Override
    public StrategyCheck check(StrategyCheckRequest request) {
        return client.read(
                new Request.Builder().url(client.path("strategies", "check")).post(client.body(request)),
                StrategyCheck.class);
    }

    @Override
    public FunctionList functions() {
        return client.get(client.path("language", "functions"), FunctionList.class);
    }
}
