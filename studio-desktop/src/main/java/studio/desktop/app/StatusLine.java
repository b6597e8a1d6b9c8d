package studio.desktop.app;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.desktop.fx.Texts;

/** The words at the window's foot, and the banner over the page while the server is away. */
final class StatusLine {
    private StatusLine() {}

    static void bind(StatusViewModel status, HBox banner, Label bannerWords, Label state, Hyperlink jobs, Label age) {
        bannerWords
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(status.isOwn() ? "shell.away.own" : "shell.away") + " "
                                + Texts.get("shell.away.age", status.age().get()),
                        status.age()));
        banner.visibleProperty().bind(status.server().isEqualTo(StatusViewModel.Server.AWAY));
        banner.managedProperty().bind(banner.visibleProperty());
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("shell.server." + status.server().get()), status.server()));
        status.server().addListener((o, old, now) -> {
            state.getStyleClass().removeAll("text-ok", "text-bad");
            state.getStyleClass().add(now == StatusViewModel.Server.UP ? "text-ok" : "text-bad");
        });
        jobs.textProperty().bind(status.jobs());
        // Nothing to go to before the first answer.
        jobs.focusTraversableProperty().bind(jobs.visibleProperty());
        jobs.managedProperty().bind(jobs.visibleProperty());
        jobs.visibleProperty().bind(jobs.textProperty().isNotEmpty());
        jobs.setOnAction(e -> {
            jobs.setVisited(false);
            status.openRunning();
        });
        age.textProperty().bind(status.age());
    }
}
