package studio.desktop.cli;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Tells how much of a large file is on its way, at every further tenth. Not thread-safe. */
final class UploadTold implements LongConsumer {
    /** A smaller file is taken before a line about it is read. */
    private static final long WORTH_TELLING = 4 << 20;

    private final long length;
    private final Consumer<String> say;
    private long tenths;

    UploadTold(long length, Consumer<String> say) {
        this.length = length;
        this.say = say;
    }

    @Override
    public void accept(long sent) {
        long reached = length < WORTH_TELLING ? 0 : 10 * sent / length;
        if (reached > tenths) {
            tenths = reached;
            say.accept(reached < 10 ? 10 * reached + " % sent" : "All is sent; the last candles are taken…");
        }
    }
}
