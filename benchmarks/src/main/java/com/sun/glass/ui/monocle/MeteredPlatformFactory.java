package com.sun.glass.ui.monocle;

import java.util.function.UnaryOperator;

/**
 * The headless platform, except that every task of the UI thread goes through a wrapper on its way into the queue: pulses,
 * input and whatever was sent with {@code runLater}. Chosen with {@code -Dmonocle.platform=Metered}; it lies in Monocle's
 * own package because Monocle looks for platforms there and keeps its queue to itself. Thread-safe.
 */
public final class MeteredPlatformFactory extends HeadlessPlatformFactory {
    private static volatile UnaryOperator<Runnable> wrapper = UnaryOperator.identity();

    /** Wraps each task that is sent from now on. */
    public static void wrapWith(UnaryOperator<Runnable> given) {
        wrapper = given;
    }

    @Override
    protected NativePlatform createNativePlatform() {
        return new MeteredPlatform();
    }

    private static final class MeteredPlatform extends HeadlessPlatform {
        private final RunnableProcessor processor = new RunnableProcessor() {
            @Override
            void invokeLater(Runnable task) {
                super.invokeLater(wrapper.apply(task));
            }

            @Override
            void invokeAndWait(Runnable task) {
                super.invokeAndWait(wrapper.apply(task));
            }
        };

        @Override
        RunnableProcessor getRunnableProcessor() {
            return processor;
        }
    }
}
