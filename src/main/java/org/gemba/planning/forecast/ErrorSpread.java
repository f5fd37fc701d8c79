package org.gemba.planning.forecast;

/// How much forecast errors spread, for stock decisions. The spread of the error of a sum over days is not the sum of
/// the
/// daily spreads: errors of neighbouring days go together, so it is measured on sums of the backtest's errors.
/// @param errors actual minus predicted, a row for each origin of the backtest
@SuppressWarnings("ArrayRecordComponent")
public record ErrorSpread(double[][] errors) {
    private static final int FEWEST_SUMS = 8;

    /// The root mean square of the error of the sum over so many consecutive days, in units; 0 without a backtest.
    public double ofSum(int days) {
        if (errors.length == 0 || days < 1) {
            return 0;
        }
        int length = errors[0].length;
        int longest = days;
        while (longest > 1 && errors.length * (length - longest + 1) < FEWEST_SUMS) {
            longest--;
        }
        double square = 0;
        int count = 0;
        for (double[] row : errors) {
            for (int from = 0; from + longest <= length; from++) {
                double sum = 0;
                for (int t = from; t < from + longest; t++) {
                    sum += row[t];
                }
                square += sum * sum;
                count++;
            }
        }
        return Math.sqrt(square / Math.max(1, count) * days / longest);
    }
}
