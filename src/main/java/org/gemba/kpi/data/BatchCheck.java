package org.gemba.kpi.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gemba.access.Caller;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientScope;
import org.gemba.kpi.Job;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.RowError;
import org.gemba.kpi.WorkDays;
import org.gemba.kpi.WorkOrder;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Judges the rows of a file by what the database knows: orders, jobs, the client's today.
public final class BatchCheck {
    private static final int MOST_AT_ONCE = 500;

    private final Handle handle;
    private final Books books;
    private final Map<String, List<WorkOrder>> orders = new HashMap<>();
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<Long, List<Job>> jobs = new HashMap<>();

    /// @param numbers of every order that the file names
    public BatchCheck(Handle handle, Books books, Caller caller, Set<String> numbers) {
        this.handle = handle;
        this.books = books;
        var scope = ClientScope.of(caller).clients();
        var all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            for (var order : WorkOrderTable.byNumbers(handle, scope, some)) {
                orders.computeIfAbsent(order.workOrderId(), number -> new ArrayList<>())
                        .add(order);
            }
        }
        ClientTable.list(handle, scope).forEach(client -> clients.put(client.clientId(), client));
    }

    /// @param place where the entry belongs; null when something is wrong
    /// @param errors what is wrong, by row and field
    public record Judged(EntryRules.@Nullable Place place, List<RowError> errors) {}

    public Judged judge(int line, NewEntry entry) {
        var errors = new ArrayList<RowError>();
        var order = order(line, entry, errors);
        if (order == null) return new Judged(null, errors);
        var client = Objects.requireNonNull(clients.get(order.clientId()));
        for (var fault : WorkDays.faults(entry.shiftDate(), books.today(client), client.zone())) {
            errors.add(new RowError(line, fault.field(), entry.shiftDate().toString(), fault.sentence()));
        }
        var job = job(line, entry, order, errors);
        try {
            EntryRules.refuseAfterTheEnd(order, client, entry.shiftDate());
        } catch (AppError.Unprocessable e) {
            errors.add(new RowError(line, "work_order_id", entry.workOrderId(), String.valueOf(e.getMessage())));
        }
        return errors.isEmpty()
                ? new Judged(new EntryRules.Place(client, order, job), errors)
                : new Judged(null, errors);
    }

    private @Nullable WorkOrder order(int line, NewEntry entry, List<RowError> errors) {
        var found = orders.getOrDefault(entry.workOrderId(), List.of()).stream()
                .filter(order -> entry.clientId() == null || order.clientId().equals(entry.clientId()))
                .toList();
        if (found.size() == 1) return found.getFirst();
        var problem = found.isEmpty()
                ? "Unknown work order '" + entry.workOrderId() + "'"
                : "Several clients have a work order '" + entry.workOrderId() + "'; add a column client_id";
        errors.add(new RowError(line, "work_order_id", entry.workOrderId(), problem));
        return null;
    }

    private @Nullable Job job(int line, NewEntry entry, WorkOrder order, List<RowError> errors) {
        if (entry.jobId() == null) return null;
        var found = jobs.computeIfAbsent(order.id(), id -> JobTable.ofOrder(handle, id)).stream()
                .filter(job -> job.jobId().equals(entry.jobId()))
                .findFirst();
        if (found.isEmpty()) {
            errors.add(new RowError(line, "job_id", entry.jobId(), "Unknown job '" + entry.jobId() + "'"));
        }
        return found.orElse(null);
    }
}
