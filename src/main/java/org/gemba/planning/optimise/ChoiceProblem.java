package org.gemba.planning.optimise;

import java.util.List;

/// Choose one option for each thing so that the sum of costs is least and no row exceeds its limit.
/// @param cost `cost[thing][option]`, not negative
/// @param rows the limits
@SuppressWarnings("ArrayRecordComponent")
public record ChoiceProblem(double[][] cost, List<Row> rows) {
    /// A limit: the sum of `use[thing][option]` over the chosen options is at most `limit`.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(double[][] use, double limit) {
        double used(int[] chosen) {
            double sum = 0;
            for (int p = 0; p < chosen.length; p++) {
                sum += use[p][chosen[p]];
            }
            return sum;
        }

        boolean kept(int[] chosen) {
            return used(chosen) <= limit + tolerance();
        }

        double tolerance() {
            return 1e-9 * Math.max(1, Math.abs(limit));
        }
    }

    /// Takes a copy of the list.
    public ChoiceProblem {
        rows = List.copyOf(rows);
    }

    /// The sum of the chosen costs.
    public double cost(int[] chosen) {
        double sum = 0;
        for (int p = 0; p < chosen.length; p++) {
            sum += cost[p][chosen[p]];
        }
        return sum;
    }

    /// Whether no row exceeds its limit.
    public boolean feasible(int[] chosen) {
        return rows.stream().allMatch(row -> row.kept(chosen));
    }
}
