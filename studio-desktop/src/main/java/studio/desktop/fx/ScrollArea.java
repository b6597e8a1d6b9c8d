package studio.desktop.fx;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane for screens that are made anew each time they open. The standard one keeps a picture of what it shows, as
 * large as it is on the screen, which JavaFX does not let go of when the screen is closed: its pool of pictures refers to
 * each softly and looks at all of them whenever it makes another, so that they all stay until the heap is full. This one
 * is drawn from its content.
 */
public final class ScrollArea extends ScrollPane {

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildrenUnmodifiable().forEach(part -> part.setCache(false));
        return skin;
    }
}
