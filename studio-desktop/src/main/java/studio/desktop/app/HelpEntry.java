package studio.desktop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import studio.desktop.fx.Texts;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyInfo;

/** One explanation: of a figure, of a field of the form, of a strategy's parameter, of a key. */
record HelpEntry(String part, String name, String meaning) {
    private static final String FIGURE = "figure.";
    private static final String MEANING = ".meaning";
    private static final String FIELD = "studio.";
    private static final String HELP = ".help";
    /** Keys that no command of the menu has, and the keys of their texts. */
    private static final List<String[]> OTHER_KEYS = List.of(
            new String[] {"Enter", "help.history.open"},
            new String[] {"F2", "help.history.rename"},
            new String[] {"Del", "help.history.delete"},
            new String[] {"Ctrl+R", "help.history.rerun"},
            new String[] {"Ctrl+C", "help.history.copy"},
            new String[] {"Ctrl+C", "help.log.copy"});

    boolean matches(String typed) {
        String all = (part + " " + name + " " + meaning).toLowerCase(Locale.ROOT);
        return all.contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** Keys, figures and fields: all that the bundle explains, so that nothing it knows is left out. */
    static List<HelpEntry> ofBundle(List<Command> commands) {
        List<HelpEntry> entries = new ArrayList<>();
        for (Command command : commands) {
            if (!command.keys().isEmpty()) {
                entries.add(new HelpEntry(Texts.get("help.keys"), command.keys(), command.title()));
            }
        }
        entries.add(new HelpEntry(Texts.get("help.keys"), "Esc", Texts.get("help.escape")));
        for (String[] key : OTHER_KEYS) {
            entries.add(new HelpEntry(Texts.get("help.keys"), key[0], Texts.get(key[1])));
        }
        for (String key : new TreeSet<>(Texts.bundle().keySet())) {
            if (key.startsWith(FIGURE) && key.endsWith(MEANING)) {
                String name = key.substring(0, key.length() - MEANING.length());
                entries.add(new HelpEntry(Texts.get("help.figures"), Texts.get(name), Texts.get(key)));
            }
        }
        for (String key : new TreeSet<>(Texts.bundle().keySet())) {
            String name = key.endsWith(HELP) ? key.substring(0, key.length() - HELP.length()) : "";
            if (name.startsWith(FIELD) && Texts.bundle().containsKey(name)) {
                entries.add(new HelpEntry(Texts.get("help.fields"), Texts.get(name), Texts.get(key)));
            }
        }
        return entries;
    }

    /** Every parameter of every strategy, in the server's own words. */
    static List<HelpEntry> ofStrategies(List<StrategyInfo> strategies) {
        List<HelpEntry> entries = new ArrayList<>();
        for (StrategyInfo strategy : strategies) {
            entries.add(new HelpEntry(Texts.get("help.strategies"), strategy.title(), strategy.description()));
            for (ParameterInfo p : strategy.parameters()) {
                entries.add(new HelpEntry(strategy.title(), p.name(), Texts.get("help.parameter", p.help(), p.unit())));
            }
        }
        return entries;
    }
}
