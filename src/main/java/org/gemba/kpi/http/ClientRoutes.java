package org.gemba.kpi.http;

import java.time.Instant;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.AuditService;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientKind;
import org.gemba.kpi.ClientService;
import org.gemba.kpi.NewClient;
import org.gemba.platform.audit.AuditLine;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Clients and the audit, for administrators.
public final class ClientRoutes {
    private static final int MOST_ROWS = 500;

    private ClientRoutes() {}

    record ClientBody(
            String clientId,
            String name,
            @Nullable String location,
            @Nullable String timezone,
            @Nullable ClientKind type) {}

    record ClientAnswer(
            String clientId,
            String name,
            @Nullable String location,
            String timezone,
            ClientKind type,
            boolean isActive,
            Instant createdAt) {
        static ClientAnswer of(Client client) {
            return new ClientAnswer(
                    client.clientId(),
                    client.name(),
                    client.location(),
                    client.zone().getId(),
                    client.kind(),
                    client.active(),
                    client.createdAt());
        }
    }

    record AuditAnswer(
            long id,
            Instant at,
            String who,
            String action,
            String type,
            String recordId,
            @Nullable String before,
            @Nullable String after) {
        static AuditAnswer of(AuditLine line) {
            return new AuditAnswer(
                    line.id(),
                    line.at(),
                    line.who(),
                    line.action(),
                    line.type(),
                    line.entityId(),
                    line.before(),
                    line.after());
        }
    }

    public static List<Route> of(ClientService clients, AuditService audits) {
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/clients", "Add a client")
                        .needs(Permission.CLIENTS_WRITE)
                        .takes(ClientBody.class)
                        .once()
                        .answers(ClientAnswer.class)
                        .status(201)
                        .handle(call -> create(call, clients)),
                Route.get(ApiFamily.KPI, "/api/v1/clients", "The clients")
                        .needs(Permission.CLIENTS_WRITE)
                        .answersPage(ClientAnswer.class)
                        .handle(call ->
                                Queries.shortList(call, "clients", clients.list(call.caller()), ClientAnswer::of)),
                Route.get(ApiFamily.KPI, "/api/v1/audit", "Who changed what, newest first")
                        .needs(Permission.AUDIT_READ)
                        .query("who", "string", "by one user name")
                        .query("type", "string", "of one kind of record, for example kpi_entry")
                        .query("record_id", "string", "of one record")
                        .query("page", "integer", "from 1")
                        .query("limit", "integer", "1 to 500, default 50")
                        .answersPage(AuditAnswer.class)
                        .handle(call -> audit(call, audits)));
    }

    private static Object create(Call call, ClientService clients) {
        var body = call.body(ClientBody.class);
        var made = clients.create(
                call.caller(),
                new NewClient(body.clientId(), body.name(), body.location(), body.timezone(), body.type()));
        return Answer.status(201, ClientAnswer.of(made));
    }

    private static Object audit(Call call, AuditService audits) {
        int page = call.queryInt("page", 1, 1, 100_000);
        int limit = call.queryInt("limit", 50, 1, MOST_ROWS);
        call.checked();
        var who = Queries.text(call, "who");
        var type = Queries.text(call, "type");
        var id = Queries.text(call, "record_id");
        var lines = audits.list(call.caller(), who, type, id, limit, (page - 1) * limit).stream()
                .map(AuditAnswer::of)
                .toList();
        return new Page<>("audit", lines, page, limit, audits.count(call.caller(), who, type, id));
    }
}
