package studio.server.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.tree.StrategyProgram;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.TextProblem;
import studio.server.strategy.sql.StrategyRepository;
import studio.server.strategy.sql.StrategyWriter;

/** Saves, archives and removes what analysts write. Only a text without problems becomes a version. Thread-safe. */
public final class WrittenStrategies {
    private static final int ID_BYTES = 12;

    private final Strategies strategies;
    private final StrategyRepository stored;
    private final StrategyWriter writer;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** {@code random} draws the ids of versions; it must be safe for use by many threads. */
    public WrittenStrategies(
            Strategies strategies,
            StrategyRepository stored,
            StrategyWriter writer,
            InstantSource clock,
            RandomGenerator random) {
        this.strategies = strategies;
        this.stored = stored;
        this.writer = writer;
        this.clock = clock;
        this.random = random;
    }

    /** What is wrong with a text that is to be saved; empty when it can be. */
    public List<TextProblem> problems(String text) {
        return StrategyLanguage.read(text).problems();
    }

    public String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** The version that was saved under an id of {@link #newId}. */
    public Optional<StrategyVersion> saved(String id) {
        return stored.saved(id);
    }

    /**
     * Saves a text as a new strategy.
     *
     * @param text without problems
     * @throws IllegalArgumentException when it has some
     */
    public SaveOutcome create(String id, String text, String note, String author, @Nullable StrategyOrigin origin) {
        NewVersion version = version(id, text, note, author);
        Optional<String> reserved = strategies.reservedTitle(version.title());
        return reserved.isPresent()
                ? new SaveOutcome.TitleTaken(version.title(), reserved.get(), false)
                : writer.create(version, origin, strategies::isReserved, clock.instant());
    }

    /** Saves a text as the next version of a strategy, in the same way. */
    public SaveOutcome save(String name, String id, String text, String note, String author, int basedOn) {
        NewVersion version = version(id, text, note, author);
        Optional<String> reserved = strategies.reservedTitle(version.title());
        return reserved.isPresent()
                ? new SaveOutcome.TitleTaken(version.title(), reserved.get(), false)
                : writer.save(name, version, basedOn, clock.instant());
    }

    private static NewVersion version(String id, String text, String note, String author) {
        Reading reading = StrategyLanguage.read(text);
        StrategyProgram program = reading.program();
        if (program == null) {
            throw new IllegalArgumentException("text has " + reading.problems().size() + " problems");
        }
        WrittenStrategy strategy = WrittenStrategy.of("CHECKED", program);
        return new NewVersion(
                id,
                program.title(),
                program.description(),
                text,
                sha256(text),
                author,
                note,
                strategy.minCandles(),
                strategy.parameters());
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** All versions, newest first; empty when there is no written strategy of that name. */
    public List<StrategyVersion> versions(String name) {
        return stored.versions(name);
    }

    public Optional<StrategyVersion> version(String name, int version) {
        return stored.version(name, version);
    }

    /** The strategy as it is then; empty when there is none of that name. */
    public Optional<StrategyInfo> archive(String name, boolean archived) {
        return writer.archive(name, archived)
                ? Optional.of(Objects.requireNonNull(strategies.info(name).orElse(null), "just archived"))
                : Optional.empty();
    }

    public RemovalOutcome remove(String name) {
        return writer.remove(name);
    }
}
