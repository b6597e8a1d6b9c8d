package studio.desktop.app;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;

/** Four cards over the pages that they speak of. Closing it in any way counts as having seen it. */
@SuppressWarnings("NullAway.Init")
public final class TourController implements Screen {
    private final Settings settings;
    private final Consumer<Page> show;
    private final Runnable close;
    private final Parent root;
    private int step;

    @FXML
    private Label tourCount;

    @FXML
    private Label tourTitle;

    @FXML
    private Label tourWords;

    @FXML
    private Button tourNext;

    @FXML
    private Button tourSkip;

    /** {@code show} puts a page under the card. */
    TourController(Settings settings, Consumer<Page> show, Runnable close) {
        this.settings = settings;
        this.show = show;
        this.close = close;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        tell();
    }

    private void tell() {
        Tour.Step now = Tour.steps().get(step);
        int count = Tour.steps().size();
        tourCount.setText(Texts.get("tour.count", step + 1, count));
        tourTitle.setText(now.title());
        tourWords.setText(now.words());
        tourNext.setText(Texts.get(step + 1 < count ? "tour.next" : "tour.done"));
        tourNext.setAccessibleText(tourNext.getText());
        tourSkip.setVisible(step + 1 < count);
    }

    @FXML
    private void onNext() {
        step++;
        if (step >= Tour.steps().size()) {
            leave();
            return;
        }
        show.accept(Tour.steps().get(step).page());
        tell();
    }

    @FXML
    private void onSkip() {
        leave();
    }

    /** To where a training begins: the last step stands over a history that is still empty. */
    private void leave() {
        show.accept(Page.STUDIO);
        close.run();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        FxThread.later(tourNext::requestFocus);
    }

    @Override
    public void closed() {
        settings.remember(Tour.SEEN, "yes");
    }
}
