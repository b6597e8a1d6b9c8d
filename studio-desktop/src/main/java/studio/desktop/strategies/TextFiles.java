package studio.desktop.strategies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.desktop.fx.Texts;

/** Where a strategy's text is read from; the system's dialog in the app. */
@FunctionalInterface
public interface TextFiles {
    /** Above it no text could be saved anyway. */
    long LARGEST_BYTES = 1 << 20;

    /** Asks for a file; empty when the analyst thought better of it. */
    Optional<Path> open(Window over);

    /**
     * The file's text.
     *
     * @throws IOException with a sentence for the analyst when it is too large or no UTF-8
     */
    default String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException(Texts.get("strategies.import.too_large"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException(Texts.get("strategies.import.no_text"), e);
        }
    }

    static TextFiles systemDialog() {
        return over -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Texts.get("strategies.import.title"));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(Texts.get("strategies.files"), "*.strategy"),
                            new FileChooser.ExtensionFilter(Texts.get("strategies.files.all"), "*"));
            return Optional.ofNullable(chooser.showOpenDialog(over)).map(java.io.File::toPath);
        };
    }
}
