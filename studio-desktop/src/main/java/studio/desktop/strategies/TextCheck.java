package studio.desktop.strategies;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Debounce;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;

/**
 * Has a text checked while it is typed: once typing has paused for a moment, one check at a time, and of those that wait only
 * the newest. For one thread.
 */
final class TextCheck {
    /** Long enough to skip most letters of a word, short enough not to be noticed. */
    private static final Duration QUIET = Duration.ofMillis(90);

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
    private @Nullable Ticket running;

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
        if (request == null || running != null) {
            return;
        }
        busy.accept(true);
        Ticket[] mine = new Ticket[1];
        boolean[] over = new boolean[1];
        mine[0] = context.background()
                .call(() -> context.client().written().check(request))
                .onSuccess(check -> {
                    if (Objects.equals(request, wanted)) {
                        wanted = null;
                        listener.onChecked(request, check);
                    }
                })
                .onError(e -> {
                    if (Objects.equals(request, wanted)) {
                        wanted = null;
                        listener.onFailed(e);
                    }
                })
                .andFinally(() -> {
                    over[0] = true;
                    running = null;
                    busy.accept(false);
                    if (wanted != null) {
                        next();
                    }
                })
                .start();
        running = over[0] ? null : mine[0];
    }

    void letGo() {
        typing.cancel();
        wanted = null;
        if (running != null) {
            running.cancel();
            running = null;
            busy.accept(false);
        }
    }
}
