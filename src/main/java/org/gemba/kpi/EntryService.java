package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.EntryLookup;
import org.gemba.kpi.data.EntryRules;
import org.gemba.kpi.data.EntryStandards;
import org.gemba.kpi.data.EntryTable;
import org.gemba.kpi.data.JobTable;
import org.gemba.kpi.data.WorkOrderTable;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Production entries: recorded by whoever stands at the line, changed and verified by leaders.
public final class EntryService {
    private static final String TYPE = "kpi_entry";

    private final Books books;

    EntryService(Books books) {
        this.books = books;
    }

    /// Records an entry. The client is that of the work order.
    ///
    /// @throws AppError.InvalidInput with every rule that a field breaks
    /// @throws AppError.NotFound for an unknown or a foreign order or job
    /// @throws AppError.Unprocessable for a day after the order was stopped or ended
    public EntryLine record(Caller caller, NewEntry asked, EntryMethod method) {
        caller.require(Permission.ENTRIES_CREATE);
        var faults = asked.faults().found();
        var made = books.database().write(handle -> {
            var place = EntryRules.place(books, handle, caller, asked, faults);
            var now = books.now();
            var entry = EntryRules.entry(asked, place, EntryTable.nextId(handle, now), now, caller, method, null);
            EntryTable.insert(handle, entry);
            var form = AuditForm.of(entry, place.order());
            books.audit(handle, caller, "create", TYPE, entry.entryId().toString(), null, form);
            return entry;
        });
        announce(made, made);
        return line(made);
    }

    /// What of an entry was changed.
    ///
    /// @param fields by the names of the document, in its order
    public record Changed(EntryLine line, List<String> fields) {}

    /// Changes an entry, which then has to be verified again. A change that changes nothing leaves it as it is.
    ///
    /// @throws AppError.NotFound for an unknown or a foreign entry
    /// @throws AppError.Conflict when somebody else changed it meanwhile
    public Changed change(Caller caller, String entryId, EntryChange change) {
        caller.require(Permission.ENTRIES_VERIFY);
        var outcome = books.database().write(handle -> {
            var before = EntryLookup.of(handle, caller, entryId);
            var order = WorkOrderTable.find(handle, before.orderId()).orElseThrow();
            if (change.version() != null && change.version() != before.version()) throw stale(before);
            var job = before.jobId() == null
                    ? null
                    : JobTable.names(handle, List.of(before.jobId())).get(before.jobId());
            var asked = change.over(before, order, job);
            var place = EntryRules.place(
                    books, handle, caller, asked, asked.faults().found());
            var after = EntryRules.changed(before, asked, place, books.now(), caller);
            var fields = differing(AuditForm.of(before, order), AuditForm.of(after, place.order()), job, asked.jobId());
            if (fields.isEmpty()) return new Outcome(before, before, fields);
            EntryTable.update(handle, before, after);
            books.audit(
                    handle,
                    caller,
                    "update",
                    TYPE,
                    entryId,
                    AuditForm.of(before, order),
                    AuditForm.of(after, place.order()));
            return new Outcome(before, after, fields);
        });
        announce(outcome.before(), outcome.after());
        return new Changed(line(outcome.after()), outcome.fields());
    }

    private record Outcome(ProductionEntry before, ProductionEntry after, List<String> fields) {}

    private static List<String> differing(
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            @Nullable String jobBefore,
            @Nullable String jobAfter) {
        var fields = new ArrayList<String>();
        after.forEach((field, value) -> {
            if (!field.equals("state") && !same(before.get(field), value)) fields.add(field);
        });
        if (!Objects.equals(jobBefore, jobAfter)) fields.add("job_id");
        return fields;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second)
            return number.compareTo(second) == 0;
        return Objects.equals(one, other);
    }

    private static AppError.Conflict stale(ProductionEntry now) {
        var who = now.updatedBy() == null ? now.createdName() : now.updatedBy();
        return new AppError.Conflict("Entry " + now.entryId() + " was changed by " + who + " meanwhile (version "
                + now.version() + "): units_produced " + now.unitsProduced() + ", units_defective "
                + now.unitsDefective() + ", run_time_hours "
                + now.runTimeHours().toPlainString()
                + ", employees_assigned " + now.employeesAssigned());
    }

    /// Marks an entry as checked by a leader. Verifying it once more changes nothing.
    ///
    /// @param version the state that was looked at; null for whatever is there
    public EntryLine verify(Caller caller, String entryId, @Nullable Integer version) {
        caller.require(Permission.ENTRIES_VERIFY);
        return move(caller, entryId, version, EntryState.VERIFIED, "verify");
    }

    /// Takes an entry back: it stays in the audit and counts for nothing any more. People may take back what they have
    /// entered themselves as long as nobody has verified it; leaders may take back any.
    public EntryLine withdraw(Caller caller, String entryId, @Nullable Integer version) {
        caller.require(Permission.ENTRIES_CREATE);
        return move(caller, entryId, version, EntryState.WITHDRAWN, "withdraw");
    }

    private EntryLine move(Caller caller, String entryId, @Nullable Integer version, EntryState state, String action) {
        var outcome = books.database().write(handle -> {
            var before = EntryLookup.of(handle, caller, entryId);
            boolean own = before.createdBy().equals(caller.subject()) && before.state() == EntryState.RECORDED;
            if (state == EntryState.WITHDRAWN && !own) caller.require(Permission.ENTRIES_VERIFY);
            if (before.state() == state) return new Outcome(before, before, List.of());
            if (version != null && version != before.version()) throw stale(before);
            var after = EntryRules.inState(before, state, books.now(), caller);
            EntryTable.update(handle, before, after);
            books.audit(
                    handle,
                    caller,
                    action,
                    TYPE,
                    entryId,
                    Map.of("state", before.state().name()),
                    Map.of("state", state.name()));
            return new Outcome(before, after, List.of());
        });
        announce(outcome.before(), outcome.after());
        return line(outcome.after());
    }

    /// One page of entries, and how many there are on all pages.
    public record Found(List<EntryLine> lines, long total) {}

    /// @param clientId null for every client of the caller
    /// @param workOrderId null for every order; an unknown or foreign one finds nothing
    /// @param from inclusive; null for no limit
    /// @param to inclusive; null for no limit
    public Found list(
            Caller caller,
            @Nullable String clientId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ShiftType shift,
            @Nullable String workOrderId,
            int limit,
            long offset) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            Long order = null;
            if (workOrderId != null) {
                var known = WorkOrderTable.byNumber(handle, scope.clients(), workOrderId);
                if (known.isEmpty()) return new Found(List.of(), 0);
                order = known.getFirst().id();
            }
            var filter = new EntryFilter(scope.clients(), from, to, shift, order, limit, offset);
            var entries = EntryTable.list(handle, filter);
            return new Found(EntryStandards.lines(handle, entries), EntryTable.count(handle, filter));
        });
    }

    /// @throws AppError.NotFound for an unknown or a foreign entry
    public EntryLine find(Caller caller, String entryId) {
        caller.require(Permission.KPI_READ);
        return books.database()
                .read(handle -> EntryStandards.lines(handle, List.of(EntryLookup.of(handle, caller, entryId)))
                        .getFirst());
    }

    private EntryLine line(ProductionEntry entry) {
        return books.database()
                .read(handle -> EntryStandards.lines(handle, List.of(entry)).getFirst());
    }

    private void announce(ProductionEntry before, ProductionEntry after) {
        if (before == after && before.version() > 1) return;
        books.announce(new KpiChange.EntryChanged(after.clientId(), after.shiftDate()));
        if (!before.shiftDate().equals(after.shiftDate())) {
            books.announce(new KpiChange.EntryChanged(before.clientId(), before.shiftDate()));
        }
    }
}
