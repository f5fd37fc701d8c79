package org.gemba.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemba.access.Caller;
import org.gemba.kpi.data.EntryRows;
import org.gemba.kpi.data.ShopRows;

/// The rows and figures of one scope, client after client.
record ScopedRows(Caller caller, KpiScope scope, KpiService figures, EntryRows entries, ShopRows shop)
        implements WorkbookSource {
    private KpiScope of(String client) {
        return new KpiScope(List.of(client), scope.from(), scope.to(), scope.orderId());
    }

    @Override
    public List<KpiBoard> boards() {
        var boards = new ArrayList<KpiBoard>();
        if (scope.clientIds().size() > 1) boards.add(figures.board(caller, scope));
        for (var client : scope.clientIds()) boards.add(figures.board(caller, of(client)));
        return boards;
    }

    @Override
    public KpiSeries daily(String clientId, KpiName kpi) {
        return figures.series(caller, of(clientId), kpi, Aggregation.DAILY);
    }

    @Override
    public void entries(Consumer<KpiRow.Entry> consumer) {
        for (var client : scope.clientIds()) entries.each(client, scope.from(), scope.to(), consumer);
    }

    @Override
    public List<KpiRow.Stop> stops() {
        return scope.clientIds().stream()
                .flatMap(client -> shop.stops(client, scope.from(), scope.to(), Integer.MAX_VALUE).stream())
                .toList();
    }

    @Override
    public List<KpiRow.Inspected> inspections() {
        return scope.clientIds().stream()
                .flatMap(client -> shop.inspections(client, scope.from(), scope.to(), Integer.MAX_VALUE).stream())
                .toList();
    }

    @Override
    public List<KpiRow.Person> attendance() {
        return scope.clientIds().stream()
                .flatMap(client -> shop.attendance(client, scope.from(), scope.to(), Integer.MAX_VALUE).stream())
                .toList();
    }
}
