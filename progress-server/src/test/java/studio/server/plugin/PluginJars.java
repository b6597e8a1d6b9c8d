package studio.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import studio.engine.strategy.Strategy;

/** Makes plug-ins from sources, the project's own example among them, so that it cannot rot. */
public final class PluginJars {
    static final String SERVICE = "META-INF/services/" + Strategy.class.getName();
    private static final Path EXAMPLE = Path.of("../docs/plugin-example/src/main");

    private PluginJars() {}

    /**
     * Builds {@code docs/plugin-example}, which brings {@code INSIDE_BAR_BREAKOUT}.
     *
     * @param work a folder for classes
     */
    public static void example(Path jar, Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("example"));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("java"))) {
            compile(classes, sources.filter(p -> p.toString().endsWith(".java")).toList());
        }
        Map<String, byte[]> entries = classes(classes);
        entries.put(SERVICE, Files.readAllBytes(EXAMPLE.resolve("resources").resolve(SERVICE)));
        write(jar, entries);
    }

    static void compile(Path classes, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-d", classes.toString(), "--release", "17", "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    /** The class files of a folder by their names in a jar. */
    static Map<String, byte[]> classes(Path folder) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(p -> p.toString().endsWith(".class")).toList()) {
                entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    static void write(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
    }
}
