package studio.server.marketdata.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Tells by the first bytes of a file what it is written in, and opens it as a table. */
final class TextFile {
    private static final int LOOKED_AT = 1 << 16;
    private static final int LINES = 50;
    /** The largest count of lines with as many of it wins; of equals the one that is least likely part of a text. */
    private static final char[] SEPARATORS = {'\t', '|', ';', ','};

    /** What begins so is no text. */
    private static final Map<String, String> KNOWN = Map.of(
            "PAR1", "Parquet",
            "ARROW1", "Arrow or Feather",
            "FEA1", "Feather",
            "\u0089HDF", "HDF5",
            "SQLite", "an SQLite database",
            "%PDF", "a PDF",
            "\u00d0\u00cf\u0011\u00e0", "an old Excel workbook",
            "7z\u00bc\u00af", "a 7-Zip archive",
            "BZh", "bzip2",
            "(\u00b5/\u00fd", "Zstandard");

    private TextFile() {}

    /**
     * @throws UnusableFileException when it is of no form that is read
     */
    static Table open(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, LOOKED_AT);
        in.mark(LOOKED_AT);
        byte[] head = in.readNBytes(LOOKED_AT);
        in.reset();
        refuseKnown(head);
        Charset charset = charset(head, head.length < LOOKED_AT);
        String text = new String(head, charset);
        int mark = text.startsWith("\ufeff") ? 1 : 0;
        int first = mark;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        char begin = first < text.length() ? text.charAt(first) : ' ';
        if (begin == '<'
                && text.substring(first).toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|\\?xml|head|body).*")) {
            throw new UnusableFileException(
                    "The file is a web page or XML, which is not read; it may be a login or an error page.");
        }
        if (begin == '[' || begin == '{') {
            return new JsonTable(charset == StandardCharsets.UTF_8 ? afterMark(in, mark) : utf8(in, charset, mark));
        }
        if (head.length > 0
                && text.chars().limit(2_000).filter(c -> c == 0).count() * 10 > Math.min(2_000, text.length())) {
            throw new UnusableFileException("The file is no text; write it as CSV.");
        }
        Reader reader = new InputStreamReader(in, charset);
        if (mark == 1 && reader.read() < 0) {
            throw new UnusableFileException("The file is empty.");
        }
        return new CsvTable(reader, separator(text.substring(mark)));
    }

    private static void refuseKnown(byte[] head) throws UnusableFileException {
        String begin = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (begin.startsWith(known.getKey())) {
                throw new UnusableFileException(
                        "The file is " + known.getValue() + ", which is not read; write it as CSV first.");
            }
        }
    }

    /** By its mark; without one UTF-16 by the zeros beside ASCII, UTF-8 where it is right, else Windows' Western European. */
    private static Charset charset(byte[] head, boolean whole) {
        int one = head.length > 1 ? head[0] & 0xff : 1;
        int two = head.length > 1 ? head[1] & 0xff : 1;
        if (one == 0xff && two == 0xfe || one != 0 && two == 0 && hasZeros(head, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (one == 0xfe && two == 0xff || one == 0 && two != 0 && hasZeros(head, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), whole);
        return result.isError() ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    }

    /** Whether every second byte of the beginning is zero. */
    private static boolean hasZeros(byte[] head, int from) {
        int end = Math.min(head.length, 40);
        for (int i = from; i < end; i += 2) {
            if (head[i] != 0) {
                return false;
            }
        }
        return end > 7;
    }

    private static InputStream afterMark(InputStream in, int mark) throws IOException {
        in.skipNBytes(mark * 3L);
        return in;
    }

    private static InputStream utf8(InputStream in, Charset charset, int mark) throws IOException {
        Reader reader = new InputStreamReader(in, charset);
        if (mark == 1 && reader.read() < 0) {
            return InputStream.nullInputStream();
        }
        return new Recoded(reader);
    }

    private static char separator(String text) {
        String[] lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toArray(String[]::new);
        // The last line may be cut.
        int used = Math.max(1, Math.min(lines.length, LINES));
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            int[] counts = Arrays.stream(lines)
                    .limit(used)
                    .mapToInt(line -> count(line, separator))
                    .toArray();
            long same = Arrays.stream(counts)
                    .filter(c -> c >= 4)
                    .mapToLong(c -> Arrays.stream(counts).filter(o -> o == c).count())
                    .max()
                    .orElse(0);
            if (same > most) {
                most = same;
                best = separator;
            }
        }
        return best;
    }

    /** Signs outside of quotation marks. */
    private static int count(String line, char sign) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == sign ? 1 : 0;
        }
        return count;
    }

    /** Text as UTF-8, whatever it was. */
    private static final class Recoded extends InputStream {
        private final Reader reader;
        private byte[] bytes = new byte[0];
        private int at;

        Recoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at < bytes.length) {
                return true;
            }
            char[] chars = new char[8192];
            int count = reader.read(chars);
            // A pair of surrogates that the end of the buffer would part is taken whole.
            if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
                int next = reader.read();
                chars = Arrays.copyOf(chars, count + 1);
                chars[count] = next < 0 ? '?' : (char) next;
                count++;
            }
            bytes = count <= 0 ? new byte[0] : new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
            at = 0;
            return bytes.length > 0;
        }
    }
}
