package org.gemba.kpi.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryService;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.UserNumbers;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import tools.jackson.databind.JsonNode;

/// Production entries.
public final class EntryRoutes {
    private final EntryService service;
    private final UserNumbers numbers;

    private EntryRoutes(EntryService service, UserNumbers numbers) {
        this.service = service;
        this.numbers = numbers;
    }

    public static List<Route> of(EntryService service, UserNumbers numbers) {
        var routes = new EntryRoutes(service, numbers);
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/production/entry", "Record what a line made in a shift")
                        .needs(Permission.ENTRIES_CREATE)
                        .takes(EntryBody.class)
                        .once()
                        .answers(EntryAnswers.Created.class)
                        .status(201)
                        .handle(routes::create),
                Queries.paged(Route.get(
                                ApiFamily.KPI, "/api/v1/production/entries", "Production entries, newest first"))
                        .needs(Permission.KPI_READ)
                        .query("shift_type", "string", "SHIFT_1ST, SHIFT_2ND, SAT_OT, SUN_OT or OTHER")
                        .query("work_order_id", "string", "of one work order")
                        .answersPage(EntryAnswers.Listed.class)
                        .handle(routes::list),
                Route.get(ApiFamily.KPI, "/api/v1/production/entry/{entry_id}", "One production entry")
                        .needs(Permission.KPI_READ)
                        .pathParameter("entry_id", "PROD-…")
                        .answers(EntryAnswers.Listed.class)
                        .handle(call -> EntryAnswers.Listed.of(service.find(call.caller(), call.path("entry_id")))),
                Route.put(ApiFamily.KPI, "/api/v1/production/entry/{entry_id}", "Correct a production entry")
                        .needs(Permission.ENTRIES_VERIFY)
                        .pathParameter("entry_id", "PROD-…")
                        .takes(EntryChangeBody.class)
                        .answers(EntryAnswers.Updated.class)
                        .handle(routes::change),
                Route.delete(ApiFamily.KPI, "/api/v1/production/entry/{entry_id}", "Take a production entry back")
                        .needs(Permission.ENTRIES_CREATE)
                        .pathParameter("entry_id", "PROD-…")
                        .answers(EntryAnswers.Withdrawn.class)
                        .handle(routes::withdraw),
                Route.post(ApiFamily.KPI, "/api/v1/production/entry/{entry_id}/verify", "Mark an entry as checked")
                        .needs(Permission.ENTRIES_VERIFY)
                        .pathParameter("entry_id", "PROD-…")
                        .answers(EntryAnswers.Verified.class)
                        .handle(routes::verify));
    }

    private Object create(Call call) {
        var line = service.record(call.caller(), call.body(EntryBody.class).asked(), EntryMethod.API);
        return Answer.status(201, EntryAnswers.Created.of(line, numbers));
    }

    private Object list(Call call) {
        var days = Queries.days(call);
        var shift = Queries.oneOf(call, "shift_type", ShiftType.class);
        var page = Queries.page(call);
        call.checked();
        var found = service.list(
                call.caller(),
                Queries.text(call, "client_id"),
                days.from(),
                days.to(),
                shift,
                Queries.text(call, "work_order_id"),
                page.limit(),
                page.offset());
        var lines = found.lines().stream().map(EntryAnswers.Listed::of).toList();
        return new Page<>("entries", lines, page.page(), page.limit(), found.total());
    }

    private Object change(Call call) {
        var body = call.body(EntryChangeBody.class);
        var asked = body.asked(call.body(JsonNode.class));
        var changed = service.change(call.caller(), call.path("entry_id"), asked);
        var entry = changed.line().entry();
        return new EntryAnswers.Updated(
                entry.entryId().toString(),
                changed.fields(),
                entry.updatedAt() == null ? entry.createdAt() : entry.updatedAt(),
                numbers.of(call.caller().subject()),
                entry.version());
    }

    private Object withdraw(Call call) {
        var entry = service.withdraw(call.caller(), call.path("entry_id"), null).entry();
        return new EntryAnswers.Withdrawn(entry.entryId().toString(), entry.state());
    }

    private Object verify(Call call) {
        var entry = service.verify(call.caller(), call.path("entry_id"), null).entry();
        return new EntryAnswers.Verified(
                entry.entryId().toString(),
                numbers.ofName(entry.verifiedBy(), call.caller()),
                entry.verifiedAt() == null ? entry.createdAt() : entry.verifiedAt(),
                entry.state(),
                entry.version());
    }
}
