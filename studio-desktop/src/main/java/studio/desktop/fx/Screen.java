package studio.desktop.fx;

import javafx.scene.Parent;

/** A page of the rail, or what opens over one. All calls come on the FX thread. */
public interface Screen {

    /** The same node every time. */
    Parent root();

    /**
     * It may be seen some time: fetch what it would show first, but subscribe to nothing. {@code done} is called on the FX
     * thread when that is over, whether it could be had or not; never once the ticket was cancelled.
     */
    default Background.Ticket prepare(Runnable done) {
        done.run();
        return () -> {};
    }

    /** It is about to be seen: subscribe, load. */
    void opened();

    /** It is no longer seen: let go of every subscription. */
    void closed();

    /** F5. */
    default void refresh() {}

    /** Ctrl+F. */
    default void search() {}

    /** Ctrl+S; does nothing where there is nothing to save. */
    default void save() {}

    /** Begins a new one of what the page is about; does nothing where nothing can be made. */
    default void createNew() {}

    /** Shows the one of that key or identifier among what the page is about; does nothing where there is none. */
    default void showOne(String key) {}

    /** Ctrl+Enter; does nothing where there is no primary action. */
    default void primaryAction() {}
}
