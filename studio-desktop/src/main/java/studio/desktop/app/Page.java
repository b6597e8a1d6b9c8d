package studio.desktop.app;

/** The pages of the rail, in its order; the n-th opens with Ctrl and the digit n. */
enum Page {
    STUDIO("railStudio", "mdmz-tune"),
    STRATEGIES("railStrategies", "mdal-code"),
    HISTORY("railHistory", "mdal-history"),
    CONFIGURATIONS("railConfigurations", "mdal-bookmark_border"),
    MARKET_DATA("railMarketData", "mdal-bar_chart"),
    SETTINGS("railSettings", "mdmz-settings");

    private final String buttonId;
    private final String icon;

    Page(String buttonId, String icon) {
        this.buttonId = buttonId;
        this.icon = icon;
    }

    /** The id of its button in the rail. */
    String buttonId() {
        return buttonId;
    }

    String icon() {
        return icon;
    }
}
