package studio.model.result;

/** What the trust report ends in. */
public enum TrustVerdict {
    /** Luck does not explain the result, unseen data agrees, and near parameters do about as well. */
    ROBUST,
    /** Something is missing for {@link #ROBUST}, but the signs of overfitting are not many. */
    FRAGILE,
    /** Several signs say that the search has fitted noise, or its best makes no profit even where it was chosen. */
    OVERFIT,
    /** No judgement: too few trades, days or tested windows. */
    TOO_LITTLE_DATA
}
