package studio.desktop.studio;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.job.StartRequest;
import studio.model.problem.FieldError;
import studio.model.strategy.StrategyInfo;

/** The rules of a start request: the same that the server applies. */
@FunctionalInterface
public interface RequestCheck {

    /** Every wrong field; {@code strategy} is null when its name is unknown. */
    List<FieldError> check(StartRequest request, @Nullable StrategyInfo strategy, Collection<String> knownStrategies);
}
