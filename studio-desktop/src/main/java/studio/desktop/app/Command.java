package studio.desktop.app;

/**
 * Something that the palette offers.
 *
 * @param title what it does
 * @param keys the keys that do the same; empty when there are none
 */
record Command(String title, String keys, Runnable run) {

    /** Whether every typed word occurs in the title. */
    boolean matches(String typed) {
        String low = title.toLowerCase(java.util.Locale.ROOT);
        for (String word : typed.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+")) {
            if (!low.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
