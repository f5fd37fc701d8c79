package org.gemba.kpi.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.kpi.Client;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.Job;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.WorkDays;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rules of production entries that need the database: which order is meant, what day it is there, whether the
/// order may still be worked on.
public final class EntryRules {
    private EntryRules() {}

    /// What an entry belongs to.
    public record Place(
            Client client, WorkOrder order, @Nullable Job job) {}

    /// @param faults what is wrong with the fields by themselves
    /// @throws AppError.InvalidInput with every rule that a field breaks
    /// @throws AppError.NotFound for an unknown or a foreign order or job
    /// @throws AppError.Unprocessable for a day after the order was stopped or ended
    public static Place place(Books books, Handle handle, Caller caller, NewEntry asked, List<FieldError> faults) {
        var place = order(books, handle, caller, asked.workOrderId(), asked.clientId(), asked.shiftDate(), faults);
        var job = asked.jobId() == null ? null : books.job(handle, place.order(), asked.jobId());
        refuseAfterTheEnd(place.order(), place.client(), asked.shiftDate());
        return new Place(place.client(), place.order(), job);
    }

    /// The order that is meant and its client, once nothing is wrong with the fields and the day.
    ///
    /// @throws AppError.InvalidInput with every rule that a field breaks
    /// @throws AppError.NotFound for an unknown or a foreign order
    public static Place order(
            Books books,
            Handle handle,
            Caller caller,
            String workOrderId,
            @Nullable String clientId,
            LocalDate day,
            List<FieldError> faults) {
        var all = new ArrayList<>(faults);
        var order = orderIfKnown(books, handle, caller, workOrderId, clientId);
        var client = order.map(known -> books.clientOf(handle, known)).orElse(null);
        if (client != null) all.addAll(WorkDays.faults(day, books.today(client), client.zone()));
        if (!all.isEmpty()) throw new AppError.InvalidInput(all);
        if (order.isEmpty() || client == null) throw Books.unknownOrder(workOrderId);
        return new Place(client, order.get(), null);
    }

    private static Optional<WorkOrder> orderIfKnown(
            Books books, Handle handle, Caller caller, String workOrderId, @Nullable String clientId) {
        try {
            return Optional.of(books.order(handle, caller, workOrderId, clientId));
        } catch (AppError.NotFound e) {
            return Optional.empty();
        }
    }

    /// What was made before an order was stopped may still be entered late; what was made after it cannot have been.
    public static void refuseAfterTheEnd(WorkOrder order, Client client, LocalDate day) {
        if (order.status() == WorkOrderStatus.ACTIVE) return;
        var last = LocalDate.ofInstant(order.statusSince(), client.zone());
        if (!day.isAfter(last)) return;
        throw new AppError.Unprocessable("Work order " + order.workOrderId() + " is " + order.status() + " since "
                + last + "; nothing can be entered for " + day);
    }

    /// The entry as it is stored.
    ///
    /// @param before the one that it replaces; null for a new one
    public static ProductionEntry entry(
            NewEntry asked,
            Place place,
            EntryId id,
            Instant now,
            Caller caller,
            EntryMethod method,
            @Nullable String batchId) {
        return new ProductionEntry(
                id,
                place.client().clientId(),
                place.order().id(),
                place.job() == null ? null : place.job().id(),
                asked.shiftDate(),
                asked.shiftType(),
                asked.operationId(),
                asked.unitsProduced(),
                asked.unitsDefective(),
                asked.runTimeHours(),
                asked.employeesAssigned(),
                asked.employeesPresent(),
                asked.shiftHoursScheduled(),
                asked.downtimeMinutes(),
                asked.notes(),
                method,
                batchId,
                EntryState.RECORDED,
                now,
                caller.subject(),
                caller.username(),
                null,
                null,
                null,
                null,
                1);
    }

    /// The same entry with other content, not verified any more.
    public static ProductionEntry changed(
            ProductionEntry before, NewEntry asked, Place place, Instant now, Caller caller) {
        return new ProductionEntry(
                before.entryId(),
                place.client().clientId(),
                place.order().id(),
                place.job() == null ? null : place.job().id(),
                asked.shiftDate(),
                asked.shiftType(),
                asked.operationId(),
                asked.unitsProduced(),
                asked.unitsDefective(),
                asked.runTimeHours(),
                asked.employeesAssigned(),
                asked.employeesPresent(),
                asked.shiftHoursScheduled(),
                asked.downtimeMinutes(),
                asked.notes(),
                before.method(),
                before.batchId(),
                EntryState.RECORDED,
                before.createdAt(),
                before.createdBy(),
                before.createdName(),
                now,
                caller.username(),
                null,
                null,
                before.version() + 1);
    }

    /// The same entry in another state.
    public static ProductionEntry inState(ProductionEntry before, EntryState state, Instant now, Caller caller) {
        boolean verifies = state == EntryState.VERIFIED;
        return new ProductionEntry(
                before.entryId(),
                before.clientId(),
                before.orderId(),
                before.jobId(),
                before.shiftDate(),
                before.shiftType(),
                before.operationId(),
                before.unitsProduced(),
                before.unitsDefective(),
                before.runTimeHours(),
                before.employeesAssigned(),
                before.employeesPresent(),
                before.shiftHoursScheduled(),
                before.downtimeMinutes(),
                before.notes(),
                before.method(),
                before.batchId(),
                state,
                before.createdAt(),
                before.createdBy(),
                before.createdName(),
                verifies ? before.updatedAt() : now,
                verifies ? before.updatedBy() : caller.username(),
                verifies ? now : before.verifiedAt(),
                verifies ? caller.username() : before.verifiedBy(),
                before.version() + 1);
    }
}
