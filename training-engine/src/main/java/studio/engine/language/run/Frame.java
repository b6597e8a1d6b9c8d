package studio.engine.language.run;

/**
 * What one trial evaluates with, by slot: values of its inputs and of what follows from them, and columns. Generated code
 * reads it; see {@link FusedClass}.
 */
final class Frame {
    final double[] numbers;
    final boolean[] answers;
    final String[] texts;
    final double[][] columns;
    final boolean[][] conditions;

    Frame(double[] numbers, boolean[] answers, String[] texts, int columns, int conditions) {
        this.numbers = numbers;
        this.answers = answers;
        this.texts = texts;
        this.columns = new double[columns][];
        this.conditions = new boolean[conditions][];
    }
}
