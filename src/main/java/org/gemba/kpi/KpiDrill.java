package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.List;

/// What stands behind one figure.
///
/// @param inputs the sums that go into its formula, in the formula's order
/// @param rows the rows, oldest first; the latest are left out beyond {@link DrillService#MOST_ROWS}
/// @param inferredRows how many of all rows had something put in
/// @param allRows how many rows there are
/// @param causes what it is lost by, heaviest first; empty where nothing tells
public record KpiDrill(
        KpiValue value, List<Input> inputs, List<KpiRow> rows, long inferredRows, long allRows, List<Cause> causes) {

    /// One sum.
    ///
    /// @param name the end of its text key
    public record Input(String name, BigDecimal amount) {
        static Input of(String name, long amount) {
            return new Input(name, BigDecimal.valueOf(amount));
        }
    }

    /// @param name a work order or a reason's code
    public record Cause(String name, BigDecimal amount) {}

    public KpiDrill {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
        causes = List.copyOf(causes);
    }
}
