package studio.desktop.strategies;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;

/** The strategies page: the list, the editor, and how the text would have traded. */
@SuppressWarnings("NullAway.Init")
public final class StrategiesController implements Screen {
    private final DesktopContext context;
    private final StrategiesViewModel viewModel;
    private final EditorViewModel editor;
    private final FileExport export;
    private final TextFiles texts;
    private final StrategyEditorController middle;
    private final StrategyPreviewController preview;
    private final StrategyMenus menus;
    private final Parent root;
    private boolean marking;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private MenuButton newButton;

    @FXML
    private TextField strategySearch;

    @FXML
    private ListView<StrategyItem> strategyList;

    @FXML
    private CheckBox archivedBox;

    @FXML
    private HBox editorHolder;

    @FXML
    private VBox previewPane;

    /** {@code texts} and {@code files} ask where strategies are read from and written to. */
    public StrategiesController(DesktopContext context, FileChoice files, TextFiles texts) {
        this.context = context;
        this.texts = texts;
        this.viewModel = new StrategiesViewModel(context);
        this.editor = viewModel.editor();
        this.export = new FileExport(context, files, context.navigation()::tell);
        this.preview = new StrategyPreviewController(context, editor, export);
        this.middle = new StrategyEditorController(context, viewModel, this::importFile, this::exportFile);
        this.menus = new StrategyMenus(viewModel, middle, this::importFile, this::exportFile);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        editorHolder.getChildren().setAll(middle.root());
        HBox.setHgrow(middle.root(), Priority.ALWAYS);
        previewPane.getChildren().setAll(preview.root());
        VBox.setVgrow(preview.root(), Priority.ALWAYS);
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        strategySearch.textProperty().bindBidirectional(viewModel.items().searchProperty());
        archivedBox.selectedProperty().bindBidirectional(viewModel.items().archivedShownProperty());
        strategyList.setItems(viewModel.items().shown());
        strategyList.setCellFactory(list -> new StrategyCell(viewModel.items().shown(), context.formats()));
        strategyList.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            Opened now = editor.openedProperty().get();
            if (!marking && is != null && (now == null || !now.key().equals(is.key()))) {
                viewModel.open(is);
            }
        });
        viewModel.items().shown().addListener((ListChangeListener<StrategyItem>) change -> markOpened());
        editor.openedProperty().addListener((o, was, is) -> markOpened());
        menus.fill(newButton, viewModel.vocabularyProperty());
    }

    /** Selects the row of what is open, where the search leaves it. */
    private void markOpened() {
        Opened now = editor.openedProperty().get();
        marking = true;
        strategyList.getSelectionModel().clearSelection();
        for (StrategyItem item : viewModel.items().shown()) {
            if (now != null && item.key().equals(now.key())) {
                strategyList.getSelectionModel().select(item);
            }
        }
        marking = false;
    }

    private void importFile() {
        texts.open(root.getScene().getWindow())
                .ifPresent(file -> context.background()
                        .call(() -> texts.read(file))
                        .onSuccess(viewModel::createFrom)
                        .onError(e -> context.navigation()
                                .tell(Texts.get(
                                        "strategies.import.failed",
                                        file.getFileName(),
                                        String.valueOf(e.getMessage()))))
                        .start());
    }

    private void exportFile() {
        Opened now = editor.openedProperty().get();
        String text = editor.textProperty().get();
        if (now != null && !text.isEmpty()) {
            String name = now.name() == null ? "strategy" : now.name().toLowerCase(Locale.ROOT);
            String version = now.version() == null ? "" : "-v" + now.version();
            export.write(
                    root.getScene().getWindow(),
                    name + version + ".strategy",
                    () -> text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** From the first template. */
    @Override
    public void createNew() {
        menus.createFirst(viewModel.vocabularyProperty().get());
    }

    @Override
    public void showOne(String key) {
        viewModel.openByName(key);
    }

    @Override
    public void save() {
        viewModel.saving().save();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        viewModel.load();
        preview.load();
        editor.checkIfMissing();
    }

    @Override
    public void closed() {
        viewModel.letGo();
        editor.letGo();
        preview.letGo();
        export.letGo();
    }

    @Override
    public void refresh() {
        viewModel.load();
        preview.load();
        editor.checkNow();
    }

    @Override
    public void search() {
        middle.find();
    }

    @Override
    public void primaryAction() {
        middle.train();
    }
}
