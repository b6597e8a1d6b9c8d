package studio.desktop.studio;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.model.job.StartRequest;

/** The Studio page. */
@SuppressWarnings("NullAway.Init")
public final class StudioController implements Screen {
    private final DesktopContext context;
    private final StudioViewModel model;
    private final Parent root;

    @FXML
    private BorderPane page;

    @FXML
    private Button resetAll;

    @FXML
    private ScrollPane formScroll;

    @FXML
    private VBox foot;

    @FXML
    private Label notice;

    @FXML
    private Button train;

    @FXML
    private Label blocked;

    /** {@code rules} are those of the server. */
    public StudioController(DesktopContext context, RequestCheck rules) {
        this.context = context;
        this.model = new StudioViewModel(context, rules);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        VBox left = new VBox(
                new FormController(model, context.settings()).root(),
                new PreflightController(model.preflight(), context.formats()).root());
        left.getStyleClass().add("studio-scrolled");
        formScroll.setContent(left);
        page.setCenter(new SeriesController(model.choice(), model.feed(), context.formats()).root());
        resetAll.setOnAction(e -> model.reset());
        resetAll.setTooltip(new Tooltip(resetAll.getAccessibleText()));
        train.setOnAction(e -> model.train());
        train.setTooltip(new Tooltip(Texts.get("studio.train.help")));
        train.disableProperty().bind(model.blocked().isNotEmpty());
        train.accessibleHelpProperty().bind(model.blocked());
        shownWhenSaid(notice);
        notice.textProperty().bind(model.notice());
        shownWhenSaid(blocked);
        blocked.textProperty().bind(model.blocked());
    }

    private static void shownWhenSaid(Label label) {
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }

    /** Fills the form with an earlier request. */
    public void edit(StartRequest request) {
        model.edit(request);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        model.load();
    }

    @Override
    public void closed() {
        model.letGo();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void primaryAction() {
        model.train();
    }
}
