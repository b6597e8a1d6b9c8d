package studio.desktop.client;

import java.util.Optional;
import studio.model.strategy.FunctionList;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.StrategyVersionList;

/**
 * Strategies and the texts that analysts write. Calls block and must not be made on the FX thread; thread-safe.
 *
 * <p>Every method throws {@link ServerUnreachableException} when no answer came, and {@link ServerRefusedException} with
 * the server's problem document when it said no.
 */
public interface StrategyClient {

    /** Built-in ones, plug-ins and written ones, the archived among them. */
    StrategyList list();

    /** By identifier, or by title ignoring case; empty when there is none. */
    Optional<StrategyInfo> find(String name);

    /** All versions of a written strategy, newest first. */
    StrategyVersionList versions(String name);

    StrategyVersion version(String name, int version);

    /** Saves a text as a new strategy. Refused with 400 while anything is wrong with it. */
    StrategyVersion create(SaveStrategyRequest request);

    /**
     * Saves a text as the next version. Refused with 409 when {@code basedOn} is not the newest version any more; a text
     * identical to the newest makes no new version and answers that one.
     */
    StrategyVersion save(String name, SaveStrategyRequest request);

    /** Takes a written strategy out of lists and forms, or puts it back. */
    StrategyInfo archive(String name, boolean archived);

    /** Removes a written strategy with all of its versions. Refused with 409 while a training refers to it. */
    void delete(String name);

    /** What is wrong with a text, or what it is; with a series also how it would have traded. */
    StrategyCheck check(StrategyCheckRequest request);

    /** What a text may call, with its help. */
    FunctionList functions();
}
