package studio.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyRules;

/** One opened jar with its class loader and the strategies that it declares. */
record PluginJar(URLClassLoader loader, List<Strategy> strategies) implements AutoCloseable {

    /**
     * Opens the jar and makes its strategies.
     *
     * @throws PluginException when it is no jar, declares none, or one of them cannot be made or used; nothing is left open
     */
    static PluginJar open(Path file) throws PluginException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() == 0) {
                throw new PluginException("it is empty.");
            }
        } catch (IOException e) {
            throw new PluginException("it is not a readable jar (" + e.getMessage() + ").", e);
        }
        URLClassLoader loader = loader(file);
        try {
            return new PluginJar(loader, strategies(loader));
        } catch (ServiceConfigurationError | RuntimeException | LinkageError | StackOverflowError e) {
            close(loader);
            throw new PluginException(reason(e), e);
        } catch (PluginException e) {
            close(loader);
            throw e;
        }
    }

    private static URLClassLoader loader(Path file) throws PluginException {
        try {
            return new URLClassLoader(
                    "plugin " + file.getFileName(), new URL[] {file.toUri().toURL()}, Strategy.class.getClassLoader());
        } catch (IOException e) {
            throw new PluginException("its path is no address (" + e.getMessage() + ").", e);
        }
    }

    private static List<Strategy> strategies(ClassLoader loader) throws PluginException {
        List<Strategy> found = new ArrayList<>();
        for (ServiceLoader.Provider<Strategy> provider :
                ServiceLoader.load(Strategy.class, loader).stream().toList()) {
            // The loader asks its parent as well; what the application brings itself is not this jar's.
            if (provider.type().getClassLoader() == loader) {
                Strategy strategy = provider.get();
                List<String> wrong = StrategyRules.check(strategy);
                if (!wrong.isEmpty()) {
                    throw new PluginException(
                            provider.type().getName() + " cannot be used: " + String.join("; ", wrong) + ".");
                }
                found.add(strategy);
            }
        }
        if (found.isEmpty()) {
            throw new PluginException("it declares no strategy in META-INF/services/" + Strategy.class.getName() + ".");
        }
        return found;
    }

    private static String reason(Throwable e) {
        String because = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        String what = e instanceof ServiceConfigurationError ? String.valueOf(e.getMessage()) : e.toString();
        return "its strategies cannot be made: " + what + because + ". It may be built for another version.";
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(loader);
    }
}
