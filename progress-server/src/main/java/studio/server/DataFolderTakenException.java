package studio.server;

import org.jspecify.annotations.Nullable;

/** Another server keeps its database in the folder; the message says where it is to be found. */
public final class DataFolderTakenException extends ServerStartException {
    private static final long serialVersionUID = 1;

    DataFolderTakenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
