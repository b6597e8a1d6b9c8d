package studio.desktop.results;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.desktop.fx.Texts;

/** Where a file is to be written; the system's dialog in the app. */
@FunctionalInterface
public interface FileChoice {

    /** Asks for a place; empty when the analyst thought better of it. */
    Optional<Path> choose(Window over, String proposedName);

    /** The system's dialog for JSON files. */
    static FileChoice systemDialog() {
        return (over, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Texts.get("results.export"));
            chooser.setInitialFileName(name);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
            return Optional.ofNullable(chooser.showSaveDialog(over)).map(java.io.File::toPath);
        };
    }
}
