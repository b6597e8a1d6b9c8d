package studio.desktop.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;
import studio.desktop.settings.Theme;

/** Everything that can be done from anywhere: in the palette, in the menu, and in the help with its keys. */
final class Commands {
    private final ShellController shell;
    private final Settings settings;
    private final Runnable train;

    /** {@code train} is what Ctrl+Enter does on the Studio page. */
    Commands(ShellController shell, Settings settings, Runnable train) {
        this.shell = shell;
        this.settings = settings;
        this.train = train;
    }

    private List<Command> general() {
        return List.of(
                new Command(Texts.get("command.palette"), "Ctrl+K", this::palette),
                new Command(Texts.get("command.help"), "F1", this::help),
                new Command(Texts.get("command.tour"), "", this::tour),
                new Command(Texts.get("command.refresh"), "F5", shell::refresh),
                new Command(Texts.get("command.search"), "Ctrl+F", shell::search),
                new Command(Texts.get("command.save"), "Ctrl+S", shell::save));
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        all.add(new Command(Texts.get("command.train"), "Ctrl+Enter", () -> {
            // Nobody trains with a form that they do not see.
            if (shell.isInFront(Page.STUDIO)) {
                train.run();
            } else {
                shell.open(Page.STUDIO);
            }
        }));
        for (Page page : Page.values()) {
            all.add(new Command(
                    Texts.get("command.open", Texts.get("shell.rail." + page.name())),
                    "Ctrl+" + (page.ordinal() + 1),
                    () -> shell.open(page)));
        }
        all.add(new Command(Texts.get("command.new_strategy"), "", shell::newStrategy));
        all.add(new Command(Texts.get("command.compare"), "", () -> shell.open(Page.HISTORY)));
        all.add(new Command(Texts.get("command.import"), "", () -> shell.open(Page.MARKET_DATA)));
        all.addAll(general());
        for (Theme theme : Theme.values()) {
            all.add(new Command(
                    Texts.get(
                            "command.theme",
                            Texts.get("settings.theme." + theme.name().toLowerCase(java.util.Locale.ROOT))),
                    "",
                    () -> settings.theme().set(theme)));
        }
        all.add(new Command(Texts.get("command.quit"), "Ctrl+Q", shell::quit));
        return all;
    }

    /** The same commands as a menu, with their keys beside them. */
    void fill(MenuButton menu) {
        for (Command command : all()) {
            MenuItem item = new MenuItem(command.title());
            if (!command.keys().isEmpty()) {
                item.setAccelerator(KeyCombination.keyCombination(command.keys().replace("Ctrl", "Shortcut")));
            }
            item.setOnAction(e -> command.run().run());
            if (command.title().equals(general().get(0).title())) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item);
        }
    }

    void palette() {
        shell.overlay().open(new PaletteController(shell.context(), all(), shell.overlay()::close));
    }

    void help() {
        shell.overlay().open(new HelpController(shell.context(), all(), shell.overlay()::close));
    }

    void tour() {
        shell.showPage(Page.STUDIO);
        shell.overlay().open(new TourController(settings, shell::showPage, shell.overlay()::close));
    }
}
