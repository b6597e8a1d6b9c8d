package studio.desktop.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import studio.model.json.StudioJson;
import studio.model.progress.ProgressSnapshot;

/** One snapshot a line, as the wire has it. */
final class JsonPrinter implements ProgressPrinter {
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Console console;
    private final boolean quiet;

    JsonPrinter(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    @Override
    public void print(ProgressSnapshot snapshot) {
        console.out().println(line(snapshot));
        console.out().flush();
    }

    @Override
    public void say(String message) {
        if (!quiet) {
            console.err().println(message);
        }
    }

    static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
