package studio.server.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The candle files of a zip, in the order in which it holds them. They are parts of one series: their names are equal but
 * for dates and numbers of parts. Not thread-safe.
 */
final class ZipFiles {
    private static final int MOST_NAMED = 20;

    private final ZipInputStream zip;
    private final @Nullable String wanted;
    private final Set<String> others = new LinkedHashSet<>();
    private String name = "";
    private @Nullable String series;

    /**
     * @param wanted the file or series of files that is read, as a name with or without folder, dates and ending; null reads all
     */
    ZipFiles(InputStream bytes, @Nullable String wanted) {
        this.zip = new ZipInputStream(bytes);
        this.wanted = wanted;
    }

    /**
     * The next file, to be read before the one after it; empty when there is no more.
     *
     * @throws UnusableFileException when it is of another series than the one before
     */
    Optional<InputStream> next() throws IOException {
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/")) {
                    throw new UnusableFileException("The file is an Excel workbook; save its sheet as CSV.");
                }
                if (entry.isDirectory() || !holdsCandles(entry.getName())) {
                    continue;
                }
                others.add(entry.getName());
                if (wanted != null && !isWanted(entry.getName())) {
                    continue;
                }
                if (series != null && !series.equals(series(entry.getName())) && !isNamed(entry.getName())) {
                    throw several();
                }
                series = series(entry.getName());
                name = entry.getName();
                return Optional.of(zip);
            }
            if (wanted != null && series == null) {
                throw new UnusableFileException(
                        "The zip holds no file '" + wanted + "'; it holds " + named(List.copyOf(others)) + ".");
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new ZipException("a name in it cannot be read");
        }
    }

    private UnusableFileException several() throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && holdsCandles(entry.getName())) {
                others.add(entry.getName());
            }
        }
        return new UnusableFileException(
                "The zip holds several series (" + named(List.copyOf(others)) + "); choose one with --file-in-zip.");
    }

    private static String named(List<String> names) {
        List<String> first = new ArrayList<>();
        names.stream().limit(MOST_NAMED).map(CandleRules::shortened).forEach(first::add);
        if (names.size() > MOST_NAMED) {
            first.add("…");
        }
        return String.join(", ", first);
    }

    private boolean isWanted(String entry) {
        String name = wanted == null ? "" : undated(wanted);
        return isNamed(entry)
                || undated(entry).equals(name)
                || undated(base(entry)).equals(name);
    }

    private static String undated(String entry) {
        return series(entry).replaceAll("^[#-]+|[#-]+$", "");
    }

    /** Whether somebody chose just this file. */
    private boolean isNamed(String entry) {
        return entry.equalsIgnoreCase(wanted) || base(entry).equalsIgnoreCase(wanted);
    }

    private static String base(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    /** The name without what parts of one series differ in: dates, numbers of parts, the ending. */
    private static String series(String entry) {
        return entry.toLowerCase(Locale.ROOT)
                .replaceAll("\\.(csv|json|txt|tsv)$", "")
                .replaceAll("(?<!\\d)(?:19|20)\\d{2}(?:[-_.]?(?:0[1-9]|1[0-2]|q[1-4])(?:[-_.]?[0-3]\\d)?)?(?!\\d)", "#")
                .replaceAll("(?:part|chunk|file|split)[-_. ]?\\d+", "#")
                .replaceAll("(^|/)\\d{1,3}$", "$1#")
                .replaceAll("[-_. /]+", "-")
                .replaceAll("(#-?)+", "#")
                .strip();
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
