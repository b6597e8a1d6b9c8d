package studio.server.progress;

import java.util.List;
import studio.model.progress.StepKey;

/** What finished jobs took on this installation. */
@FunctionalInterface
public interface CostSource {
    /** Knows of no finished job. */
    CostSource NONE = (strategy, optimizer, step, phase, limit) -> List.of();

    /** The newest costs of that kind, newest first. */
    List<StepCost> newest(String strategy, String optimizer, StepKey step, String phase, int limit);
}
