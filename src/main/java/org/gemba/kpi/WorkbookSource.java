package org.gemba.kpi;

import java.util.List;
import java.util.function.Consumer;

/// Where a workbook takes its rows from. All of it is of the scope's clients; entries are handed out one by one.
public interface WorkbookSource {
    KpiScope scope();

    /// The figures of the whole range, of all clients together and of each.
    List<KpiBoard> boards();

    /// One figure by day.
    KpiSeries daily(String clientId, KpiName kpi);

    void entries(Consumer<KpiRow.Entry> consumer);

    List<KpiRow.Stop> stops();

    List<KpiRow.Inspected> inspections();

    List<KpiRow.Person> attendance();
}
