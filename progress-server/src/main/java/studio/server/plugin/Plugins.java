package studio.server.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;

/**
 * The strategy plug-ins of one folder, read once when the server starts. A jar that cannot be used is left out, with a
 * sentence that names it; a strategy whose name is taken is left out, so that a plug-in never stands in for a built-in
 * strategy. Immutable; closing it lets go of the jars.
 */
public final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final List<PluginJar> jars;
    private final List<Strategy> strategies;
    private final List<String> problems;

    private Plugins(List<PluginJar> jars, List<Strategy> strategies, List<String> problems) {
        this.jars = List.copyOf(jars);
        this.strategies = List.copyOf(strategies);
        this.problems = List.copyOf(problems);
    }

    /**
     * Loads every {@code *.jar} of the folder, in the order of their names, each with a class loader of its own.
     *
     * @param builtIn names that are taken
     */
    public static Plugins load(Path folder, StrategyCatalogue builtIn) {
        List<PluginJar> jars = new ArrayList<>();
        List<Strategy> strategies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        builtIn.all().forEach(strategy -> taken.add(strategy.name()));
        for (Path file : files(folder, problems)) {
            try {
                PluginJar jar = PluginJar.open(file);
                jars.add(jar);
                for (Strategy strategy : jar.strategies()) {
                    if (taken.add(strategy.name())) {
                        strategies.add(strategy);
                        LOG.info("plug-in {} brings strategy {}", file.getFileName(), strategy.name());
                    } else {
                        problems.add("Plug-in " + file.getFileName() + ": the strategy " + strategy.name()
                                + " is left out, since there is one of that name already. Give it another name.");
                    }
                }
            } catch (PluginException e) {
                problems.add("Plug-in " + file.getFileName() + " is left out: " + e.getMessage());
            }
        }
        problems.forEach(LOG::warn);
        return new Plugins(jars, strategies, problems);
    }

    private static List<Path> files(Path folder, List<String> problems) {
        if (!Files.isDirectory(folder)) {
            problems.add("There is no plug-in folder " + folder + ". Make it, or start without --plugins.");
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(files::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problems.add("The plug-in folder " + folder + " cannot be read: " + e.getMessage());
        }
        files.sort(null);
        return files;
    }

    /** In the order of the jars' names, then as each jar lists them. */
    public List<Strategy> strategies() {
        return strategies;
    }

    /** What was left out and why, a sentence each. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        jars.forEach(PluginJar::close);
    }
}
