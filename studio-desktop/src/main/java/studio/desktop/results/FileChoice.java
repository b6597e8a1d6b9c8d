package studio.desktop.results;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.desktop.fx.Texts;

/** Where a file is to be written; the system's dialog in the app. */
@FunctionalInterface
public interface FileChoice {

    /** Asks for a place; empty when the analyst thought better of it. */
    Optional<Path> choose(Window over, String proposedName);

    /** The system's dialog, for files that end as the proposed one does. */
    static FileChoice systemDialog() {
        return (over, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Texts.get("results.export"));
            chooser.setInitialFileName(name);
            String ending = name.substring(name.lastIndexOf('.') + 1);
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
            return Optional.ofNullable(chooser.showSaveDialog(over)).map(java.io.File::toPath);
        };
    }
}
