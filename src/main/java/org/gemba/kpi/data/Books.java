package org.gemba.kpi.data;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientScope;
import org.gemba.kpi.Job;
import org.gemba.kpi.KpiChange;
import org.gemba.kpi.WorkOrder;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.audit.AuditFilter;
import org.gemba.platform.audit.AuditLine;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What every KPI service stands on: the database with its audit, the announcements, and the rule that a caller meets
/// only what belongs to its own clients. What belongs to others is answered exactly as what does not exist.
public final class Books {
    private final Database database;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final Supplier<ZoneId> factoryZone;

    public Books(Database database, Audit audit, Events events, Clock clock, Supplier<ZoneId> factoryZone) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.factoryZone = factoryZone;
    }

    public Database database() {
        return database;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ZoneId factoryZone() {
        return factoryZone.get();
    }

    public LocalDate today(Client client) {
        return LocalDate.ofInstant(clock.instant(), client.zone());
    }

    public void announce(KpiChange change) {
        events.publish(change);
    }

    public void audit(
            Handle handle,
            Caller caller,
            String action,
            String type,
            String id,
            @Nullable Object before,
            @Nullable Object after) {
        audit.record(handle, caller.username(), action, type, id, before, after);
    }

    /// The newest lines of the audit first.
    public List<AuditLine> audit(AuditFilter filter) {
        return database.read(handle -> audit.list(handle, filter));
    }

    /// How many lines of the audit there are; null means any.
    public long auditLines(@Nullable String who, @Nullable String type, @Nullable String id) {
        return database.read(handle -> new Conditions()
                .and("who = :who", "who", who)
                .and("type = :type", "type", type)
                .and("entity_id = :id", "id", id)
                .query(handle, "select count(*) from audit_line", true)
                .mapTo(Long.class)
                .one());
    }

    /// The one client that is meant, which exists.
    ///
    /// @param field the name of the field that names it
    /// @throws AppError.NotFound when it does not exist; only a caller of all clients can meet this
    public Client client(Handle handle, Caller caller, @Nullable String clientId, String field) {
        var id = ClientScope.of(caller).one(clientId, field);
        return ClientTable.find(handle, id).orElseThrow(() -> new AppError.NotFound("Client", id));
    }

    /// Refuses an unknown client that a list is narrowed to.
    public ClientScope scope(Handle handle, Caller caller, @Nullable String clientId) {
        var scope = ClientScope.of(caller).narrowedTo(clientId);
        if (clientId != null && ClientTable.find(handle, clientId).isEmpty()) {
            throw new AppError.NotFound("Client", clientId);
        }
        return scope;
    }

    public Client clientOf(Handle handle, WorkOrder order) {
        return ClientTable.find(handle, order.clientId()).orElseThrow();
    }

    /// @param clientId when the caller says which of its clients it means; null otherwise
    /// @throws AppError.NotFound for an unknown or a foreign order
    /// @throws AppError.Conflict when several clients of the caller have an order of this number
    public WorkOrder order(Handle handle, Caller caller, String workOrderId, @Nullable String clientId) {
        var scope = ClientScope.of(caller);
        if (clientId != null && !scope.contains(clientId)) throw unknownOrder(workOrderId);
        var clients = clientId == null ? scope.clients() : List.of(clientId);
        var found = WorkOrderTable.byNumber(handle, clients, workOrderId);
        if (found.isEmpty()) throw unknownOrder(workOrderId);
        if (found.size() > 1) {
            throw new AppError.Conflict("Several clients have a work order " + workOrderId + "; say client_id");
        }
        return found.getFirst();
    }

    public static AppError.NotFound unknownOrder(String workOrderId) {
        return new AppError.NotFound("Work order", workOrderId);
    }

    public Job job(Handle handle, WorkOrder order, String jobId) {
        return JobTable.ofOrder(handle, order.id()).stream()
                .filter(job -> job.jobId().equals(jobId))
                .findFirst()
                .orElseThrow(() -> new AppError.NotFound("Job", jobId));
    }
}
