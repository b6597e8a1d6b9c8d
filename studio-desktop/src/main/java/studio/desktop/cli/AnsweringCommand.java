package studio.desktop.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** A command that asks a server and prints what it answers: for people, or record by record as JSON lines. */
abstract class AnsweringCommand extends Command {
    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    AnsweringCommand(Console console, Servers servers) {
        super(console, servers);
    }

    /** Whether standard output is for JSON alone. */
    final boolean isJson() {
        return json.json;
    }

    /** A line of JSON where that is asked for, else what {@code forPeople} prints. */
    final <T> void answer(T record, Consumer<T> forPeople) {
        if (json.json) {
            console.out().println(JsonPrinter.line(record));
        } else {
            forPeople.accept(record);
        }
    }
}
