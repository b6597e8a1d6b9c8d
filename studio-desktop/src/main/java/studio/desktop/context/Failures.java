package studio.desktop.context;

import java.util.List;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.fx.Texts;
import studio.model.problem.FieldError;

/** Says in a sentence why a call to the server failed. */
public final class Failures {
    private Failures() {}

    public static String sentence(Exception failure) {
        if (failure instanceof ServerUnreachableException) {
            return Texts.get("failure.unreachable");
        }
        if (failure instanceof ServerRefusedException refused) {
            return refused.problem().detail();
        }
        String message = failure.getMessage();
        return Texts.get(
                "failure.unexpected", message == null ? failure.getClass().getSimpleName() : message);
    }

    /** The wrong fields that the server named; empty when it named none. */
    public static List<FieldError> fields(Exception failure) {
        if (failure instanceof ServerRefusedException refused
                && refused.problem().errors() != null) {
            return List.copyOf(refused.problem().errors());
        }
        return List.of();
    }
}
