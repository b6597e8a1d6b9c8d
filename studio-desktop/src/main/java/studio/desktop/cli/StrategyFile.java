package studio.desktop.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a {@code .strategy} file. */
final class StrategyFile {
    private static final long LARGEST_BYTES = 1 << 20;

    private StrategyFile() {}

    /** The text, without a byte order mark; throws with a sentence when the file cannot be read as UTF-8. */
    static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new CommandFailedException(file + " is larger than 1 MB; it is no strategy.", null);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandFailedException(file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new CommandFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
