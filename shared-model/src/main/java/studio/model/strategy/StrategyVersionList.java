package studio.model.strategy;

import java.util.List;

/** All versions of one written strategy, newest first. */
public record StrategyVersionList(List<StrategyVersion> versions) {
    public StrategyVersionList {
        versions = List.copyOf(versions);
    }
}
