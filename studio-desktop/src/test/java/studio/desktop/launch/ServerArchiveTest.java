package studio.desktop.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerArchiveTest {
    @TempDir
    Path folder;

    @Test
    void without_a_folder_a_server_starts_without_an_archive() {
        assertEquals(List.of(), new ServerArchive(null).options());
        assertEquals(List.of(), new ServerArchive(folder.resolve("missing")).options());
    }

    @Test
    void the_first_server_writes_the_archive_and_the_next_one_reads_it() throws IOException {
        String first = last(new ServerArchive(folder).options());
        assertTrue(first.startsWith("-XX:ArchiveClassesAtExit=" + folder), first);
        Files.writeString(Path.of(first.substring(first.indexOf('=') + 1)), "classes");

        String next = last(new ServerArchive(folder).options());

        assertEquals("-XX:SharedArchiveFile=" + folder.resolve("server.jsa"), next);
        assertEquals("classes", Files.readString(folder.resolve("server.jsa")));
    }

    @Test
    void a_server_that_was_killed_before_it_wrote_leaves_the_archive_to_the_next() throws IOException {
        Files.createFile(folder.resolve("server-killed.part"));

        assertTrue(last(new ServerArchive(folder).options()).startsWith("-XX:ArchiveClassesAtExit="));
    }

    private static String last(List<String> options) {
        return options.get(options.size() - 1);
    }
}
