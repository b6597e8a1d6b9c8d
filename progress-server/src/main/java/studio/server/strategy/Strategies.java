package studio.server.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.shipped.ShippedTexts;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.engine.strategy.StrategySource;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyVersion;
import studio.server.strategy.sql.StrategyRepository;

/**
 * All strategies that can be trained: those that come with the server and its plug-ins, and those that analysts wrote. Thread-safe.
 */
public final class Strategies implements StrategySource {
    private static final Logger LOG = LoggerFactory.getLogger(Strategies.class);
    private static final int MOST_COMPILED = 200;
    private static final Set<String> BUILT_IN =
            StrategyCatalogue.standard().all().stream().map(Strategy::name).collect(Collectors.toUnmodifiableSet());

    private final StrategyCatalogue catalogue;
    private final StrategyRepository written;

    /** Versions never change, so what was compiled once holds; the least recently used go first. */
    private final Map<Key, Strategy> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Strategy> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    private record Key(String name, String hash) {}

    public Strategies(StrategyCatalogue catalogue, StrategyRepository written) {
        this.catalogue = catalogue;
        this.written = written;
    }

    @Override
    public Optional<Strategy> find(String name, @Nullable Integer version) {
        if (isReserved(name)) {
            return catalogue.find(name, version);
        }
        return version(name, version).flatMap(this::compile);
    }

    /** That version of a written strategy; the newest for null. */
    public Optional<StrategyVersion> version(String name, @Nullable Integer version) {
        if (!StrategyNames.isPossible(name)) {
            return Optional.empty();
        }
        Integer wanted = version != null
                ? version
                : newest(name).map(StrategyInfo::version).orElse(null);
        return wanted == null ? Optional.empty() : written.version(name, wanted);
    }

    private Optional<StrategyInfo> newest(String name) {
        return StrategyNames.isPossible(name)
                ? written.find(name, StrategyNames.key(name))
                        .filter(info -> info.name().equals(name))
                : Optional.empty();
    }

    private Optional<Strategy> compile(StrategyVersion version) {
        Key key = new Key(version.name(), version.hash());
        synchronized (compiled) {
            Strategy known = compiled.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Reading reading = StrategyLanguage.read(version.text());
        StrategyProgram program = reading.program();
        if (program == null) {
            // Saved by a server whose language knew more, or differently; the text itself can be read and copied.
            LOG.warn(
                    "version {} of {} cannot be read by this server: {}",
                    version.version(),
                    version.name(),
                    reading.problems());
            return Optional.empty();
        }
        Strategy made = WrittenStrategy.of(version.name(), program);
        synchronized (compiled) {
            compiled.put(key, made);
        }
        return Optional.of(made);
    }

    /** Whether a strategy that comes with the server or a plug-in has that identifier. */
    public boolean isReserved(String name) {
        return catalogue.find(name).isPresent();
    }

    /** Whether a strategy that comes with the server or a plug-in is called so. */
    public Optional<String> reservedTitle(String title) {
        String key = StrategyNames.key(title);
        return catalogue.all().stream()
                .filter(s -> StrategyNames.key(s.title()).equals(key)
                        || StrategyNames.key(s.name()).equals(key))
                .map(Strategy::name)
                .findFirst();
    }

    /** As forms and lists show them: built-in, then plug-ins, then written ones in their newest version. */
    public List<StrategyInfo> list() {
        List<StrategyInfo> all = new ArrayList<>();
        catalogue.all().forEach(s -> all.add(describe(s)));
        all.addAll(written.list());
        return all;
    }

    /** By identifier alone; of a written one, its newest version. */
    public Optional<StrategyInfo> named(String name) {
        return catalogue.find(name).map(Strategies::describe).or(() -> newest(name));
    }

    /** By identifier, or by title ignoring case. */
    public Optional<StrategyInfo> info(String name) {
        if (!StrategyNames.isPossible(name)) {
            return Optional.empty();
        }
        return catalogue
                .find(name)
                .or(() -> reservedTitle(name).flatMap(catalogue::find))
                .map(Strategies::describe)
                .or(() -> written.find(name, StrategyNames.key(name)));
    }

    private static StrategyInfo describe(Strategy s) {
        boolean builtIn = BUILT_IN.contains(s.name());
        return new StrategyInfo(
                s.name(),
                s.title(),
                s.description(),
                s.minCandles(),
                s.parameters(),
                builtIn ? StrategyKind.BUILT_IN : StrategyKind.PLUGIN,
                null,
                builtIn ? ShippedTexts.find(s.name()).orElse(null) : null,
                false,
                null);
    }
}
