package studio.model.job;

/**
 * Walk-forward windows, in days of candle time.
 *
 * @param trainWindowDays length of the train part, above 0
 * @param testWindowDays length of the unseen test part, above 0
 * @param gapDays days left out between them, 0 or more
 * @param stepDays by how much windows advance, above 0
 */
public record ValidationSettings(
        ValidationMode mode, double trainWindowDays, double testWindowDays, double gapDays, double stepDays) {

    /** Rolling, 60 train, 30 test, 7 gap, advancing by the test window. */
    public static ValidationSettings standard() {
        return new ValidationSettings(ValidationMode.ROLLING, 60, 30, 7, 30);
    }

    /** The days that {@code windows} windows need from the first candle to the last. */
    public double daysFor(int windows) {
        return trainWindowDays + gapDays + testWindowDays + (windows - 1) * stepDays;
    }
}
