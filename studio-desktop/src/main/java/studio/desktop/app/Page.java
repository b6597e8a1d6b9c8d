package studio.desktop.app;

/** The pages of the rail, in its order. */
enum Page {
    STUDIO,
    HISTORY,
    SETTINGS
}
