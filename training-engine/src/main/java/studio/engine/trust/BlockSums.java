package studio.engine.trust;

/** Sums of returns and of their squares per block of time, so that the Sharpe ratio of any blocks is a few additions. */
final class BlockSums {
    private final double[][] sums;
    private final double[][] squares;
    private final int length;

    private BlockSums(double[][] sums, double[][] squares, int length) {
        this.sums = sums;
        this.squares = squares;
        this.length = length;
    }

    /** Blocks of equal length up to the last period; a remainder at the start is left out. */
    static BlockSums of(double[][] returns, int blocks) {
        int periods = returns[0].length;
        int length = periods / blocks;
        int first = periods - blocks * length;
        double[][] sums = new double[returns.length][blocks];
        double[][] squares = new double[returns.length][blocks];
        for (int n = 0; n < returns.length; n++) {
            for (int b = 0; b < blocks; b++) {
                for (int t = first + b * length; t < first + (b + 1) * length; t++) {
                    sums[n][b] += returns[n][t];
                    squares[n][b] += returns[n][t] * returns[n][t];
                }
            }
        }
        return new BlockSums(sums, squares, length);
    }

    /** Periods in a block. */
    int length() {
        return length;
    }

    /** Per-period Sharpe ratio of a trial over the blocks of a bit mask; 0 for one that did not trade there. */
    double sharpe(int trial, int mask) {
        double sum = 0;
        double square = 0;
        int blocks = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int b = Integer.numberOfTrailingZeros(rest);
            sum += sums[trial][b];
            square += squares[trial][b];
            blocks++;
        }
        double n = (double) blocks * length;
        double mean = sum / n;
        double variance = (square - n * mean * mean) / (n - 1);
        return variance > 0 ? mean / Math.sqrt(variance) : 0;
    }
}
