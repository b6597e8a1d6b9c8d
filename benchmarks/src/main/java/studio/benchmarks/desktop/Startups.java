package studio.benchmarks.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.server.DataFolder;

/** How long the program's own start takes, from a JVM of its own to a Train Strategy that can be pressed. */
final class Startups {
    private static final int STARTS = 5;
    private static final int EMBEDDED_STARTS = 3;
    private static final String TOUR_SEEN = "{\"tour.seen\": \"yes\"}";

    private final Path folder;
    private final Path archives;
    private final Path archive;

    Startups(Path folder) throws IOException {
        this.folder = folder;
        this.archives = Files.createDirectories(folder.resolve("archives"));
        this.archive = archives.resolve("window.jsa");
    }

    void measure(URI server) throws Exception {
        List<String> serverUp = List.of(
                "--server",
                server.toString(),
                "--data-dir",
                dataFolder("beside").toString());
        String off = "-Xshare:auto";
        tell(
                "window usable after JVM start, server up, first start of all, without an archive",
                starts(off, STARTS, serverUp));
        tell("  while the archive is written", starts("-XX:ArchiveClassesAtExit=" + archive, 1, serverUp));
        tell("  with the archive, as every later start", starts(read(), STARTS, serverUp));
        embedded();
    }

    private String read() {
        return "-XX:SharedArchiveFile=" + archive;
    }

    /** With a database that has been made, and a server that is not running. */
    private void embedded() throws Exception {
        Path data = dataFolder("embedded");
        List<String> own = List.of("--data-dir", data.toString());
        tell("with the embedded server, first start of all (database made, samples loaded)", starts(read(), 1, own));
        stop(data);
        List<Long> warm = new ArrayList<>();
        for (int i = 0; i < EMBEDDED_STARTS; i++) {
            warm.addAll(starts(read(), 1, own));
            stop(data);
        }
        tell("  warm: database made, server not running", warm);
    }

    private Path dataFolder(String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        Files.writeString(data.resolve("settings.json"), TOUR_SEEN);
        return data;
    }

    private static void stop(Path data) throws Exception {
        Optional<ProcessHandle> server =
                new DataFolder(data).running().flatMap(running -> ProcessHandle.of(running.pid()));
        if (server.isPresent()) {
            server.get().destroy();
            server.get().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private List<Long> starts(String option, int count, List<String> arguments) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            millis.add(start(option, arguments));
        }
        return millis;
    }

    private long start(String option, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xlog:class+path=off",
                WindowFigures.AS_STARTED,
                "-Dstudio.archives=" + archives));
        for (String name : List.of("glass.platform", "monocle.platform", "prism.order", "java.awt.headless")) {
            command.add("-D" + name + "=" + System.getProperty(name));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StartupProbe.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The window is drawn without a display; the program opens one only where it believes in one.
        builder.environment().put("DISPLAY", "none");
        builder.environment().keySet().removeAll(List.of("STUDIO_SERVER", "STUDIO_DB", "STUDIO_TOKEN"));
        Process process = builder.start();
        long usable = -1;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(StartupProbe.USABLE)) {
                    usable = Long.parseLong(line.substring(StartupProbe.USABLE.length()));
                }
            }
        }
        // The archive is written after the window has gone.
        process.waitFor();
        if (usable < 0) {
            throw new IOException("the window of " + arguments + " never became usable");
        }
        return usable;
    }

    private static void tell(String what, List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.println(what + ": median " + sorted.get(sorted.size() / 2) + " ms of " + millis);
    }
}
