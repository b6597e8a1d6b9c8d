package studio.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

/** Plug-ins compiled here from sources; the first is the project's own example, so that it cannot rot. */
class PluginsTest {
    private static final String SERVICE = PluginJars.SERVICE;
    private static final StrategyCatalogue BUILT_IN = StrategyCatalogue.standard();

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("plugins"));
    }

    @Test
    void the_example_is_built_loaded_and_trades() throws IOException {
        example("inside.jar");

        try (Plugins plugins = Plugins.load(folder, BUILT_IN)) {
            assertThat(plugins.problems()).isEmpty();
            Strategy strategy = BUILT_IN.with(plugins.strategies())
                    .find("INSIDE_BAR_BREAKOUT")
                    .orElseThrow();
            assertThat(strategy.getClass().getClassLoader()).isNotSameAs(Strategy.class.getClassLoader());
            assertThat(trades(strategy)).isPositive();
        }
    }

    @Test
    void a_broken_jar_is_told_in_a_sentence_and_the_others_are_loaded() throws IOException {
        Files.writeString(folder.resolve("a-text.jar"), "no jar");
        PluginJars.write(folder.resolve("b-names-nothing.jar"), Map.of(SERVICE, "com.example.Missing".getBytes()));
        PluginJars.write(folder.resolve("c-without-service.jar"), Map.of("readme.txt", "hello".getBytes()));
        compiled("d-throws.jar", "Thrower", "THROWER", "static { if (true) throw new IllegalStateException(\"no\"); }");
        Files.writeString(folder.resolve("notes.txt"), "not looked at");
        example("z-inside.jar");

        try (Plugins plugins = Plugins.load(folder, BUILT_IN)) {
            assertThat(plugins.strategies()).extracting(Strategy::name).containsExactly("INSIDE_BAR_BREAKOUT");
            assertThat(plugins.problems()).hasSize(4);
            assertThat(plugins.problems().get(0))
                    .startsWith("Plug-in a-text.jar is left out: it is not a readable jar");
            assertThat(plugins.problems().get(1)).contains("b-names-nothing.jar", "com.example.Missing");
            assertThat(plugins.problems().get(2)).contains("c-without-service.jar", "declares no strategy");
            assertThat(plugins.problems().get(3)).contains("d-throws.jar", "cannot be made");
        }
    }

    @Test
    void a_plugin_never_stands_in_for_a_name_that_is_taken() throws IOException {
        compiled("a-shadow.jar", "Shadow", "LIQUIDITY_SWEEP", "");
        compiled("b-first.jar", "First", "MINE", "");
        compiled("c-second.jar", "Second", "MINE", "");

        try (Plugins plugins = Plugins.load(folder, BUILT_IN)) {
            assertThat(plugins.strategies())
                    .extracting(s -> s.getClass().getName())
                    .containsExactly("First");
            assertThat(plugins.problems()).hasSize(2).allMatch(p -> p.contains("of that name already"));
            assertThat(plugins.problems().get(0)).contains("a-shadow.jar", "LIQUIDITY_SWEEP");
            assertThat(plugins.problems().get(1)).contains("c-second.jar", "MINE");
        }
    }

    @Test
    void a_strategy_that_declares_nonsense_is_refused_with_all_that_is_wrong() throws IOException {
        compiled("a-name.jar", "Lower", "lower case", "");
        compiled(
                "b-default.jar",
                "Outside",
                "OUTSIDE",
                "",
                "Parameters.integer(\"length\", 2, 5, 9, \"candles\", \"?\")");

        try (Plugins plugins = Plugins.load(folder, BUILT_IN)) {
            assertThat(plugins.strategies()).isEmpty();
            assertThat(plugins.problems().get(0)).contains("a-name.jar", "'lower case'", "upper case");
            assertThat(plugins.problems().get(1)).contains("b-default.jar", "length", "9");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told_and_brings_nothing() {
        try (Plugins plugins = Plugins.load(temporary.resolve("elsewhere"), BUILT_IN)) {
            assertThat(plugins.strategies()).isEmpty();
            assertThat(plugins.problems()).singleElement().asString().contains("no plug-in folder", "elsewhere");
        }
    }

    private static int trades(Strategy strategy) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        strategy.parameters().forEach(p -> defaults.put(p.name(), p.defaultValue()));
        return new Backtest(strategy, IndicatorCache.of(wave()), CostSettings.standard())
                .evaluate(new ParameterSet(defaults), 0, 600)
                .trades();
    }

    /** Every sixth candle is large and holds the three after it; the fourth leaves it. */
    private static Candles wave() {
        int n = 600;
        long[] time = new long[n];
        double[][] c = new double[5][n];
        for (int i = 0; i < n; i++) {
            double half = i % 6 == 0 ? 2 : 0.5;
            time[i] = i * 300_000L;
            c[0][i] = 100;
            c[1][i] = 100 + (i % 6 == 3 ? 3.5 : half);
            c[2][i] = 100 - half;
            c[3][i] = i % 6 == 3 ? 103 : 100;
            c[4][i] = 1;
        }
        return new Candles(Timeframe.M5, time, c[0], c[1], c[2], c[3], c[4]);
    }

    private void example(String jar) throws IOException {
        PluginJars.example(folder.resolve(jar), temporary);
    }

    private void compiled(String jar, String type, String name, String member, String... parameters)
            throws IOException {
        Path sources = Files.createDirectories(temporary.resolve(type));
        Path source = sources.resolve(type + ".java");
        Files.writeString(source, """
                import java.util.List;
                import studio.engine.indicator.IndicatorCache;
                import studio.engine.search.ParameterSet;
                import studio.engine.strategy.*;
                import studio.model.strategy.ParameterInfo;

                public class %1$s implements Strategy {
                    %3$s
                    public String name() { return "%2$s"; }
                    public String title() { return "Title"; }
                    public String description() { return "Says nothing."; }
                    public List<ParameterInfo> parameters() { return List.of(%4$s); }
                    public int warmUp(ParameterSet parameters) { return 0; }
                    public int minCandles() { return 1; }
                    public Signals prepare(IndicatorCache data, ParameterSet parameters) { return null; }
                }
                """.formatted(type, name, member, String.join(", ", parameters)));
        PluginJars.compile(sources, List.of(source));
        Map<String, byte[]> entries = PluginJars.classes(sources);
        entries.put(SERVICE, type.getBytes());
        PluginJars.write(folder.resolve(jar), entries);
    }
}
