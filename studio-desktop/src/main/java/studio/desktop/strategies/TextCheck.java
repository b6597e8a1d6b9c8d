package studio.desktop.strategies;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Debounce;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;

/**
 * Has a text checked while it is typed, once typing has paused for a moment. Of those that wait only the newest is checked,
 * and a check that takes long is overtaken by a newer one. For one thread.
 */
final class TextCheck {
    /** Long enough to skip most letters of a word, short enough not to be noticed. */
    private static final Duration QUIET = Duration.ofMillis(90);

    /** One that hangs holds nothing up, and a server that is slow is not flooded. */
    private static final int MOST_AT_ONCE = 3;

    /** Hears what came of the newest check; answers for a text that was changed meanwhile are dropped. */
    interface Listener {
        void onChecked(StrategyCheckRequest request, StrategyCheck check);

        void onFailed(Exception why);
    }

    private final DesktopContext context;
    private final Listener listener;
    private final Consumer<Boolean> busy;
    private final Debounce typing;
    private @Nullable StrategyCheckRequest wanted;
    private @Nullable StrategyCheckRequest asked;
    private int underWay;

    TextCheck(DesktopContext context, Listener listener, Consumer<Boolean> busy) {
        this.context = context;
        this.listener = listener;
        this.busy = busy;
        this.typing = new Debounce(context.delay(), QUIET);
    }

    /** Once typing has paused. */
    void soon(StrategyCheckRequest request) {
        wanted = request;
        typing.ask(this::next);
    }

    /** Without waiting for a pause. */
    void now(StrategyCheckRequest request) {
        typing.cancel();
        wanted = request;
        next();
    }

    private void next() {
        StrategyCheckRequest request = wanted;
        if (request == null || underWay >= MOST_AT_ONCE || request.equals(asked)) {
            return;
        }
        asked = request;
        underWay++;
        busy.accept(true);
        context.background()
                .call(() -> context.client().written().check(request))
                .onSuccess(check -> answered(request, () -> listener.onChecked(request, check)))
                .onError(e -> answered(request, () -> listener.onFailed(e)))
                .andFinally(() -> {
                    underWay--;
                    if (Objects.equals(request, asked)) {
                        asked = null;
                    }
                    busy.accept(asked != null);
                    if (!typing.isWaiting()) {
                        next();
                    }
                })
                .start();
    }

    private void answered(StrategyCheckRequest request, Runnable then) {
        if (request.equals(wanted)) {
            wanted = null;
            then.run();
        }
    }

    /** What is under way may still be answered; nobody hears of it. */
    void letGo() {
        typing.cancel();
        wanted = null;
        asked = null;
        busy.accept(false);
    }
}
