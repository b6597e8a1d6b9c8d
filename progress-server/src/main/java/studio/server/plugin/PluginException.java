package studio.server.plugin;

/** Why a jar cannot be used, in words that follow "is left out:". */
final class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }

    PluginException(String message) {
        super(message);
    }
}
