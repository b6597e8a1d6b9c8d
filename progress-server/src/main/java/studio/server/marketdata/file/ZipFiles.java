package studio.server.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The candle files of a zip, in the order in which it holds them. Not thread-safe. */
final class ZipFiles {
    private final ZipInputStream zip;
    private String name = "";

    ZipFiles(InputStream bytes) {
        this.zip = new ZipInputStream(bytes);
    }

    /** The next file, to be read before the one after it; empty when there is no more. */
    Optional<InputStream> next() throws IOException {
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && holdsCandles(entry.getName())) {
                    name = entry.getName();
                    return Optional.of(zip);
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new ZipException("a name in it cannot be read");
        }
    }

    private static boolean holdsCandles(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return !lower.startsWith("__macosx")
                && (lower.endsWith(".csv")
                        || lower.endsWith(".json")
                        || lower.endsWith(".txt")
                        || lower.endsWith(".tsv"));
    }

    /** Of the file that {@link #next} gave last. */
    String name() {
        return name;
    }
}
