package studio.desktop.settings;

import studio.model.system.VersionInfo;

/** Asks a server that the app is not connected to who it is. */
@FunctionalInterface
public interface ServerProbe {

    /**
     * Blocks until the server answers; throws when it does not, or the address makes no sense.
     *
     * @param token empty when the server demands none
     */
    VersionInfo probe(String url, String token);
}
