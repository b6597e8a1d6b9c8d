package studio.desktop.app;

import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;

/** Ctrl+K: every command by its words, with its keys beside it; Up, Down and Enter work while one types. */
@SuppressWarnings("NullAway.Init")
public final class PaletteController implements Screen {
    private final PaletteViewModel viewModel;
    private final Runnable close;
    private final Parent root;

    @FXML
    private TextField paletteField;

    @FXML
    private ListView<Command> paletteList;

    PaletteController(DesktopContext context, List<Command> commands, Runnable close) {
        this.viewModel = new PaletteViewModel(context, commands);
        this.close = close;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        paletteField.textProperty().bindBidirectional(viewModel.typedProperty());
        paletteList.setItems(viewModel.found());
        paletteList.setCellFactory(list -> new CommandCell(this::runChosen));
        paletteList.getSelectionModel().selectFirst();
        // The list takes its own change in first.
        viewModel.found().addListener((javafx.beans.InvalidationListener)
                o -> FxThread.later(() -> paletteList.getSelectionModel().selectFirst()));
        paletteField.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        paletteList.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                runChosen();
                e.consume();
            }
        });
    }

    private void onKey(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && !viewModel.found().isEmpty()) {
            int at = paletteList.getSelectionModel().getSelectedIndex();
            int next = Math.floorMod(at + step, viewModel.found().size());
            paletteList.getSelectionModel().clearAndSelect(next);
            paletteList.scrollTo(Math.max(0, next - 3));
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER) {
            runChosen();
            e.consume();
        }
    }

    private void runChosen() {
        Command marked = paletteList.getSelectionModel().getSelectedItem();
        Command chosen = marked == null && !viewModel.found().isEmpty()
                ? viewModel.found().get(0)
                : marked;
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        // The overlay gives the focus to the sheet as a whole first.
        FxThread.later(paletteField::requestFocus);
    }

    @Override
    public void closed() {
        viewModel.letGo();
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final Region between = new Region();
        private final HBox box = new HBox(12, title, between, keys);

        CommandCell(Runnable run) {
            box.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(e -> {
                if (!isEmpty()) {
                    run.run();
                }
            });
            HBox.setHgrow(between, Priority.ALWAYS);
            keys.getStyleClass().add("text-muted");
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                title.setText(command.title());
                keys.setText(command.keys());
                setAccessibleText((command.title() + " " + command.keys()).strip());
                setGraphic(box);
            }
        }
    }
}
