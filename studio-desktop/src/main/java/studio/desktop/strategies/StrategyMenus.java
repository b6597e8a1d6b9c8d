package studio.desktop.strategies;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.desktop.fx.Texts;
import studio.desktop.strategies.code.Vocabulary;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyTemplate;

/** What the buttons "New strategy" and "More" offer. FX thread only. */
final class StrategyMenus {
    /** Where no template could be read from the server. */
    private static final String BLANK = """
            strategy "%s"

            enter long when close > sma(close, 50)
            exit long when close < sma(close, 50)
            """;

    private final StrategiesViewModel viewModel;
    private final Ask ask;
    private final Runnable importFile;
    private final Runnable exportFile;

    /** Asks a question on the page and does something when the answer is yes. */
    interface Ask {
        void ask(String question, Runnable onYes);
    }

    StrategyMenus(StrategiesViewModel viewModel, Ask ask, Runnable importFile, Runnable exportFile) {
        this.viewModel = viewModel;
        this.ask = ask;
        this.importFile = importFile;
        this.exportFile = exportFile;
    }

    void fill(MenuButton button, ReadOnlyObjectProperty<Vocabulary> vocabulary) {
        Runnable update = () -> {
            button.getItems().clear();
            for (StrategyTemplate template : vocabulary.get().templates()) {
                button.getItems()
                        .add(item(
                                "template-" + template.kind(),
                                Texts.get(
                                        "strategies.template",
                                        template.title(),
                                        Texts.find("strategies.template." + template.kind())
                                                .orElse(template.kind())),
                                () -> viewModel.createFrom(template.text())));
            }
            button.getItems()
                    .addAll(
                            item("template-blank", Texts.get("strategies.template.blank"), this::createBlank),
                            new SeparatorMenuItem(),
                            item("importStrategy", Texts.get("strategies.import"), importFile));
        };
        vocabulary.addListener((o, was, is) -> update.run());
        update.run();
    }

    void createFirst(Vocabulary vocabulary) {
        List<StrategyTemplate> templates = vocabulary.templates();
        if (templates.isEmpty()) {
            createBlank();
        } else {
            viewModel.createFrom(templates.get(0).text());
        }
    }

    private void createBlank() {
        viewModel.createFrom(BLANK.formatted(Texts.get("strategies.untitled")));
    }

    void fillMore(MenuButton button) {
        MenuItem copy = item("copyStrategy", Texts.get("strategies.copy"), viewModel::copy);
        MenuItem export = item("exportStrategy", Texts.get("strategies.export"), exportFile);
        MenuItem discard = item("discardDraft", Texts.get("strategies.discard"), () -> {
            Opened now = viewModel.editor().openedProperty().get();
            boolean saved = now != null && now.name() != null;
            ask.ask(Texts.get(saved ? "strategies.revert.ask" : "strategies.discard.ask"), viewModel::discard);
        });
        MenuItem archive = item(
                "archiveStrategy",
                Texts.get("strategies.archive"),
                () -> ask.ask(Texts.get("strategies.archive.ask", title()), () -> viewModel.archive(true)));
        MenuItem delete = item(
                "deleteStrategy",
                Texts.get("strategies.delete"),
                () -> ask.ask(Texts.get("strategies.delete.ask", title()), viewModel::delete));
        button.getItems().addAll(copy, export, new SeparatorMenuItem(), discard, archive, delete);
        button.showingProperty().addListener((o, was, is) -> {
            Opened now = viewModel.editor().openedProperty().get();
            boolean written = now != null && now.kind() == StrategyKind.WRITTEN;
            boolean text = !viewModel.editor().textProperty().get().isEmpty();
            copy.setDisable(!text);
            export.setDisable(!text);
            discard.setDisable(now == null
                    || now.readOnly()
                    || now.name() != null && !viewModel.editor().canRevert());
            archive.setDisable(!written || now.archived());
            delete.setDisable(!written);
        });
    }

    private String title() {
        Opened now = viewModel.editor().openedProperty().get();
        return now == null ? "" : now.title();
    }

    private static MenuItem item(String id, String words, Runnable does) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(e -> does.run());
        return item;
    }
}
