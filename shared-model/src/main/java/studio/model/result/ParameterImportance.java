package studio.model.result;

/**
 * How much one parameter moves the score over the whole space.
 *
 * @param share of the variance of the score that this parameter explains by itself, 0..1; what all parameters leave is
 *     what they do together
 */
public record ParameterImportance(String parameter, double share) {}
