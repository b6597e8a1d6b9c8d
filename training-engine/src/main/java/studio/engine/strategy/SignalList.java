package studio.engine.strategy;

import java.util.Arrays;

/**
 * The bars of a run that have a signal, oldest first. Made to be filled again and again, so that a run allocates nothing
 * for its signals. Not thread-safe.
 */
public final class SignalList {
    private static final int FIRST_CAPACITY = 256;

    /** The bar of a long signal, the complement of the bar of a short one: one array to read instead of two. */
    private int[] codes = new int[FIRST_CAPACITY];

    private int size;
    private byte[] bytes = {};

    /** Forgets what it holds. */
    public void clear() {
        size = 0;
    }

    /**
     * One more signal.
     *
     * @param bar above the bar of the signal before
     * @param signal {@link Signals#LONG} or {@link Signals#SHORT}
     * @throws IllegalArgumentException when the bars do not ascend
     */
    public void add(int bar, byte signal) {
        if (bar < 0 || size > 0 && bar <= bar(size - 1)) {
            throw new IllegalArgumentException("signal on bar " + bar + " does not ascend");
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size++] = signal > 0 ? bar : ~bar;
    }

    /** Takes over what the strategy writes bar by bar. */
    void addWritten(Signals signals, int fromBar, int toBar) {
        if (bytes.length < toBar) {
            bytes = new byte[toBar];
        }
        signals.write(fromBar, toBar, bytes);
        for (int t = fromBar; t < toBar; t++) {
            if (bytes[t] != Signals.NONE) {
                add(t, bytes[t]);
            }
        }
    }

    /** Removes the signals of that side on bars that the other list holds as well. */
    public void removeOnBarsOf(SignalList other, byte side) {
        int kept = 0;
        int o = 0;
        for (int i = 0; i < size; i++) {
            int bar = bar(i);
            while (o < other.size && other.bar(o) < bar) {
                o++;
            }
            boolean both = o < other.size && other.bar(o) == bar;
            if (!both || signal(i) != side) {
                codes[kept++] = codes[i];
            }
        }
        size = kept;
    }

    public int size() {
        return size;
    }

    /** The bar of the signal with that index. */
    public int bar(int index) {
        int code = codes[index];
        return code ^ (code >> 31);
    }

    /** {@link Signals#LONG} or {@link Signals#SHORT}. */
    public byte signal(int index) {
        return codes[index] >= 0 ? Signals.LONG : Signals.SHORT;
    }
}
