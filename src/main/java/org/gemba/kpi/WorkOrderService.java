package org.gemba.kpi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.EntryDayTable;
import org.gemba.kpi.data.HoldTable;
import org.gemba.kpi.data.JobTable;
import org.gemba.kpi.data.OrderStep;
import org.gemba.kpi.data.WorkOrderTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Work orders, their jobs, holds and history.
public final class WorkOrderService {
    private final Books books;

    WorkOrderService(Books books) {
        this.books = books;
    }

    /// Creates an active order.
    ///
    /// @throws AppError.Conflict when the client has one of this number
    public WorkOrder create(Caller caller, NewWorkOrder asked) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        asked.faults().check();
        var made = books.database().write(handle -> {
            var client = books.client(handle, caller, asked.clientId(), "client_id");
            if (!WorkOrderTable.byNumber(handle, List.of(client.clientId()), asked.workOrderId())
                    .isEmpty()) {
                throw new AppError.Conflict("Work order " + asked.workOrderId() + " already exists");
            }
            var now = books.now();
            long id = WorkOrderTable.insert(handle, order(asked, client, caller, now));
            WorkOrderTable.addStep(handle, new StatusChange(id, null, WorkOrderStatus.ACTIVE, now, caller.username()));
            var order = WorkOrderTable.find(handle, id).orElseThrow();
            books.audit(handle, caller, "create", "kpi_work_order", order.workOrderId(), null, AuditForm.of(order));
            return order;
        });
        books.announce(new KpiChange.WorkOrderChanged(made.clientId(), made.id()));
        return made;
    }

    private static WorkOrder order(NewWorkOrder asked, Client client, Caller caller, Instant now) {
        return new WorkOrder(
                0,
                client.clientId(),
                asked.workOrderId(),
                asked.styleModel().strip(),
                asked.plannedQuantity(),
                asked.plannedStartDate(),
                asked.plannedShipDate(),
                asked.requiredDate(),
                asked.actualStartDate(),
                asked.actualShipDate(),
                asked.idealCycleTime(),
                asked.priority() == null ? Priority.STANDARD : asked.priority(),
                asked.poNumber(),
                asked.mtoNumber(),
                asked.notes(),
                WorkOrderStatus.ACTIVE,
                now,
                null,
                null,
                now,
                caller.username(),
                now,
                caller.username(),
                1);
    }

    /// Replaces what was planned; number, client and status stay.
    ///
    /// @param version the state that the change was made from; null to change whatever is there
    /// @throws AppError.Conflict when somebody else changed it meanwhile
    public WorkOrder change(Caller caller, NewWorkOrder asked, @Nullable Integer version) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        asked.faults().check();
        var made = books.database().write(handle -> {
            var before = books.order(handle, caller, asked.workOrderId(), asked.clientId());
            if (version != null && version != before.version()) throw stale(before);
            var client = books.clientOf(handle, before);
            WorkOrderTable.update(handle, changed(before, order(asked, client, caller, books.now())));
            var after = WorkOrderTable.find(handle, before.id()).orElseThrow();
            books.audit(
                    handle,
                    caller,
                    "update",
                    "kpi_work_order",
                    after.workOrderId(),
                    AuditForm.of(before),
                    AuditForm.of(after));
            return after;
        });
        books.announce(new KpiChange.WorkOrderChanged(made.clientId(), made.id()));
        return made;
    }

    private static WorkOrder changed(WorkOrder before, WorkOrder asked) {
        return new WorkOrder(
                before.id(),
                before.clientId(),
                before.workOrderId(),
                asked.styleModel(),
                asked.plannedQuantity(),
                asked.plannedStartDate(),
                asked.plannedShipDate(),
                asked.requiredDate(),
                asked.actualStartDate(),
                asked.actualShipDate(),
                asked.idealCycleTime(),
                asked.priority(),
                asked.poNumber(),
                asked.mtoNumber(),
                asked.notes(),
                before.status(),
                before.statusSince(),
                before.firstEntryDate(),
                before.lastEntryDate(),
                before.createdAt(),
                before.createdBy(),
                asked.updatedAt(),
                asked.updatedBy(),
                before.version() + 1);
    }

    private static AppError.Conflict stale(WorkOrder now) {
        return new AppError.Conflict("Work order " + now.workOrderId() + " was changed by " + now.updatedBy()
                + " meanwhile (version " + now.version() + "): quantity " + now.plannedQuantity() + ", start "
                + now.plannedStartDate() + ", ship " + now.plannedShipDate() + ", status " + now.status());
    }

    /// One page of a list.
    public record Found(List<WorkOrder> orders, long total) {}

    /// @param clientId null for every client of the caller
    public Found list(
            Caller caller,
            @Nullable String clientId,
            @Nullable WorkOrderStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int limit,
            long offset) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            var filter = new WorkOrderFilter(scope.clients(), status, null, from, to, limit, offset);
            return new Found(WorkOrderTable.list(handle, filter), WorkOrderTable.count(handle, filter));
        });
    }

    /// Orders that start in these days or still stand open, with what was made of them.
    public List<OrderProgress> progress(Caller caller, String clientId, LocalDate from, LocalDate to, int limit) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var scope = books.scope(handle, caller, clientId);
            var found = new LinkedHashMap<Long, WorkOrder>();
            for (var status : List.of(WorkOrderStatus.ACTIVE, WorkOrderStatus.ON_HOLD)) {
                var open = new WorkOrderFilter(scope.clients(), status, null, null, to, limit, 0);
                WorkOrderTable.list(handle, open).forEach(order -> found.put(order.id(), order));
            }
            var begun = new WorkOrderFilter(scope.clients(), null, null, from, to, limit, 0);
            WorkOrderTable.list(handle, begun).forEach(order -> found.put(order.id(), order));
            var produced = EntryDayTable.producedByOrder(handle, scope.clients());
            var reasons = HoldTable.openReasons(handle, scope.clients());
            return found.values().stream()
                    .map(order ->
                            new OrderProgress(order, produced.getOrDefault(order.id(), 0L), reasons.get(order.id())))
                    .toList();
        });
    }

    /// An order with everything that hangs on it.
    ///
    /// @param produced units by the entries so far
    public record Detail(
            WorkOrder order,
            List<Job> jobs,
            List<Hold> holds,
            List<StatusChange> history,
            long produced,
            long defective) {}

    /// @throws AppError.NotFound for an unknown or a foreign order
    public Detail find(Caller caller, String workOrderId, @Nullable String clientId) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> {
            var order = books.order(handle, caller, workOrderId, clientId);
            var days = EntryDayTable.ofOrder(handle, order.id());
            return new Detail(
                    order,
                    JobTable.ofOrder(handle, order.id()),
                    HoldTable.ofOrder(handle, order.id()),
                    WorkOrderTable.steps(handle, order.id()),
                    days.stream().mapToLong(EntryDay::unitsProduced).sum(),
                    days.stream().mapToLong(EntryDay::unitsDefective).sum());
        });
    }

    /// Moves an order on. Going on hold this way opens a hold without a special reason; coming back ends it.
    ///
    /// @throws AppError.Unprocessable when the step is not lawful
    public WorkOrder setStatus(Caller caller, String workOrderId, @Nullable String clientId, WorkOrderStatus next) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        return step(caller, workOrderId, clientId, next, (handle, order) -> {
            if (order.status() == next) return order.statusSince();
            var now = books.now();
            if (next == WorkOrderStatus.ON_HOLD) {
                HoldTable.insert(handle, hold(order, HoldReason.OTHER, "", now, caller));
            }
            if (order.status() == WorkOrderStatus.ON_HOLD) {
                var state = next == WorkOrderStatus.ACTIVE ? HoldState.RESUMED : HoldState.CANCELLED;
                HoldTable.open(handle, order.id())
                        .ifPresent(open -> HoldTable.end(handle, open.id(), state, now, caller.username()));
            }
            return now;
        });
    }

    /// Stops an active order.
    ///
    /// @param detail what is the matter; required, because a reason alone says too little
    /// @param heldAt null for now
    public WorkOrder hold(
            Caller caller,
            String workOrderId,
            @Nullable String clientId,
            HoldReason reason,
            String detail,
            @Nullable Instant heldAt) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        var faults = new Faults();
        faults.text("detail", detail, 1, 1000);
        faults.broken(heldAt != null && heldAt.isAfter(books.now()), "held_at", heldAt, "cannot be in the future");
        faults.check();
        return step(caller, workOrderId, clientId, WorkOrderStatus.ON_HOLD, (handle, order) -> {
            if (order.status() == WorkOrderStatus.ON_HOLD) {
                throw new AppError.Unprocessable("Work order " + workOrderId + " is on hold already");
            }
            var at = heldAt == null ? books.now() : heldAt;
            HoldTable.lastEnd(handle, order.id())
                    .filter(ended -> ended.isAfter(at))
                    .ifPresent(ended -> {
                        throw new AppError.Unprocessable(
                                "held_at lies within or before an earlier hold, which ended at " + ended);
                    });
            HoldTable.insert(handle, hold(order, reason, detail.strip(), at, caller));
            return at;
        });
    }

    private static Hold hold(WorkOrder order, HoldReason reason, String detail, Instant at, Caller caller) {
        return new Hold(
                0, order.clientId(), order.id(), HoldState.ON_HOLD, reason, detail, at, caller.username(), null, null);
    }

    /// Lets a stopped order go on.
    ///
    /// @param resumedAt null for now
    public WorkOrder resume(Caller caller, String workOrderId, @Nullable String clientId, @Nullable Instant resumedAt) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        var faults = new Faults();
        faults.broken(
                resumedAt != null && resumedAt.isAfter(books.now()),
                "resumed_at",
                resumedAt,
                "cannot be in the future");
        faults.check();
        return step(caller, workOrderId, clientId, WorkOrderStatus.ACTIVE, (handle, order) -> {
            var open = HoldTable.open(handle, order.id())
                    .orElseThrow(() -> new AppError.Unprocessable("Work order " + workOrderId + " is not on hold"));
            var at = resumedAt == null ? books.now() : resumedAt;
            if (at.isBefore(open.heldAt())) {
                throw new AppError.Unprocessable("resumed_at is before the hold began at " + open.heldAt());
            }
            HoldTable.end(handle, open.id(), HoldState.RESUMED, at, caller.username());
            return at;
        });
    }

    /// A point in time as people write it: `2025-12-15T14:30:00Z`, without an offset by the clock of the order's
    /// client,
    /// or just a day, which means its beginning there.
    ///
    /// @param field its name, for the error
    /// @return null for null
    public @Nullable Instant instant(
            Caller caller, String workOrderId, @Nullable String clientId, String field, @Nullable String text) {
        if (text == null) return null;
        caller.require(Permission.KPI_READ);
        var zone = books.database()
                .read(handle -> books.clientOf(handle, books.order(handle, caller, workOrderId, clientId)))
                .zone();
        try {
            if (text.length() == 10)
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            if (parsed instanceof OffsetDateTime exact) return exact.toInstant();
            if (parsed instanceof LocalDateTime local) return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            // told below
        }
        throw new AppError.InvalidInput(FieldError.body(field, text, new Rule.WrongType("datetime")));
    }

    private WorkOrder step(
            Caller caller, String workOrderId, @Nullable String clientId, WorkOrderStatus next, OrderStep step) {
        var made = books.database().write(handle -> {
            var order = books.order(handle, caller, workOrderId, clientId);
            if (!order.status().mayBecome(next)) {
                throw new AppError.Unprocessable("Work order " + workOrderId + " is " + order.status()
                        + " and cannot become " + next + "; lawful is "
                        + order.status().next().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining(
                                        ", ", "", order.status().next().isEmpty() ? "nothing" : "")));
            }
            if (order.status() == next) {
                step.take(handle, order);
                return order;
            }
            var since = step.take(handle, order);
            WorkOrderTable.setStatus(
                    handle, new StatusChange(order.id(), order.status(), next, since, caller.username()));
            var after = WorkOrderTable.find(handle, order.id()).orElseThrow();
            books.audit(
                    handle,
                    caller,
                    "status",
                    "kpi_work_order",
                    workOrderId,
                    Map.of("status", order.status().name()),
                    Map.of("status", next.name(), "since", since.toString()));
            return after;
        });
        books.announce(new KpiChange.WorkOrderChanged(made.clientId(), made.id()));
        return made;
    }

    /// Adds a job, or sets the quantities of the one with this id.
    public Job putJob(Caller caller, String workOrderId, @Nullable String clientId, NewJob asked) {
        caller.require(Permission.WORK_ORDERS_WRITE);
        asked.faults().check();
        var made = books.database().write(handle -> {
            var order = books.order(handle, caller, workOrderId, clientId);
            var jobs = JobTable.ofOrder(handle, order.id());
            var id = asked.jobId() == null ? nextId(order, jobs) : asked.jobId();
            var known = jobs.stream().filter(job -> job.jobId().equals(id)).findFirst();
            var job = job(order, id, asked, known, caller);
            if (known.isPresent()) JobTable.update(handle, job);
            else JobTable.insert(handle, job);
            var after = books.job(handle, order, id);
            books.audit(
                    handle,
                    caller,
                    known.isPresent() ? "update" : "create",
                    "kpi_job",
                    id,
                    known.map(before -> AuditForm.of(before, order)).orElse(null),
                    AuditForm.of(after, order));
            return after;
        });
        books.announce(new KpiChange.WorkOrderChanged(made.clientId(), made.orderId()));
        return made;
    }

    private Job job(WorkOrder order, String id, NewJob asked, Optional<Job> known, Caller caller) {
        return new Job(
                known.map(Job::id).orElse(0L),
                order.clientId(),
                order.id(),
                id,
                asked.partNumber().strip(),
                asked.quantityOrdered(),
                asked.completed(),
                asked.scrapped(),
                known.map(Job::createdAt).orElse(books.now()),
                known.map(Job::createdBy).orElse(caller.username()),
                known.map(job -> job.version() + 1).orElse(1));
    }

    /// The number of the order and a line number, as long as entries can name it.
    private static String nextId(WorkOrder order, List<Job> jobs) {
        for (int line = jobs.size() + 1; ; line++) {
            var full = order.workOrderId() + "-L" + line;
            var id = full.length() <= 50 ? full : "L" + line;
            if (jobs.stream().noneMatch(job -> job.jobId().equals(id))) return id;
        }
    }
}
