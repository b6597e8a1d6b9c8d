package studio.desktop.marketdata;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that a person drags from a file manager, as the toolkit tells the page of them. For the FX thread. */
final class DroppedFiles {
    private final Dragboard board;
    private boolean accepted;
    private boolean completed;

    DroppedFiles(List<Path> files) {
        List<File> content = files.stream().map(Path::toFile).toList();
        TKClipboard outside = (TKClipboard) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "hasContent" -> given[0] == DataFormat.FILES && !content.isEmpty();
                    case "getContent" -> given[0] == DataFormat.FILES ? content : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "toString" -> "files from outside";
                    default -> null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            board = constructor.newInstance(outside);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the toolkit's dragboard is made in another way", e);
        }
    }

    void over(Node page) {
        DragEvent over = event(DragEvent.DRAG_OVER);
        Event.fireEvent(page, over);
        accepted = over.isAccepted();
    }

    void drop(Node page) {
        DragEvent dropped = event(DragEvent.DRAG_DROPPED);
        Event.fireEvent(page, dropped);
        completed = dropped.isDropCompleted();
    }

    /** Whether the page showed that it takes them. */
    boolean accepted() {
        return accepted;
    }

    /** Whether the page took them. */
    boolean completed() {
        return completed;
    }

    private DragEvent event(EventType<DragEvent> type) {
        return new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, null, null);
    }
}
