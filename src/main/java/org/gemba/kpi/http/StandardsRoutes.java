package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.ClientScope;
import org.gemba.kpi.CycleTime;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.PartOpportunities;
import org.gemba.kpi.Shift;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.StandardsService;
import org.gemba.kpi.Target;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Targets, cycle times, opportunities for defects, shifts.
public final class StandardsRoutes {
    private final StandardsService service;

    private StandardsRoutes(StandardsService service) {
        this.service = service;
    }

    /// @param isDefault whether it holds for want of a target of the client's own
    record TargetAnswer(String clientId, String kpi, BigDecimal target, boolean isDefault) {
        static TargetAnswer of(Target target) {
            return new TargetAnswer(target.clientId(), target.kpi().code(), target.target(), !target.own());
        }
    }

    record TargetBody(@Nullable String clientId, String kpi, BigDecimal target) {}

    record CycleTimeBody(@Nullable String clientId, String styleModel, BigDecimal idealCycleTime) {}

    record OpportunitiesBody(@Nullable String clientId, int opportunitiesPerUnit) {}

    record ShiftForm(
            @Nullable String clientId,
            ShiftType shiftType,
            LocalTime startsAt,
            LocalTime endsAt,
            BigDecimal hours,
            List<DayOfWeek> weekdays) {
        static ShiftForm of(Shift shift) {
            return new ShiftForm(
                    shift.clientId(),
                    shift.type(),
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.hours(),
                    shift.weekdays().stream().sorted().toList());
        }
    }

    public static List<Route> of(StandardsService service) {
        var routes = new StandardsRoutes(service);
        var list = new ArrayList<>(routes.targets());
        list.addAll(routes.others());
        return List.copyOf(list);
    }

    private List<Route> targets() {
        return List.of(
                clients(Route.get(ApiFamily.KPI, "/api/v1/targets", "What each figure should come to"))
                        .needs(Permission.KPI_READ)
                        .answersPage(TargetAnswer.class)
                        .handle(call -> Queries.shortList(
                                call, "targets", service.targets(call.caller(), client(call)), TargetAnswer::of)),
                Route.put(ApiFamily.KPI, "/api/v1/targets", "Set a target of a client")
                        .needs(Permission.KPI_CONFIGURE)
                        .takes(TargetBody.class)
                        .answers(TargetAnswer.class)
                        .handle(this::putTarget),
                clients(Route.get(ApiFamily.KPI, "/api/v1/standards/cycle-times", "Standards by style, hours a unit"))
                        .needs(Permission.KPI_READ)
                        .answersPage(CycleTime.class)
                        .handle(call -> Queries.shortList(
                                call,
                                "standards",
                                service.cycleTimes(call.caller(), client(call)),
                                standard -> standard)),
                Route.put(ApiFamily.KPI, "/api/v1/standards/cycle-times", "Set the standard of a style")
                        .needs(Permission.KPI_CONFIGURE)
                        .takes(CycleTimeBody.class)
                        .answers(CycleTime.class)
                        .handle(this::putCycleTime));
    }

    private List<Route> others() {
        return List.of(
                clients(Route.get(ApiFamily.KPI, "/api/v1/parts/opportunities", "Opportunities for defects by part"))
                        .needs(Permission.KPI_READ)
                        .answersPage(PartOpportunities.class)
                        .handle(call -> Queries.shortList(
                                call, "parts", service.opportunities(call.caller(), client(call)), part -> part)),
                Route.put(
                                ApiFamily.KPI,
                                "/api/v1/parts/{part_number}/opportunities",
                                "Set in how many ways a unit can be defective")
                        .needs(Permission.KPI_CONFIGURE)
                        .pathParameter("part_number", "the part's number")
                        .takes(OpportunitiesBody.class)
                        .answers(PartOpportunities.class)
                        .handle(this::putOpportunities),
                clients(Route.get(ApiFamily.KPI, "/api/v1/shifts", "When a client's shifts are"))
                        .needs(Permission.KPI_READ)
                        .answersPage(ShiftForm.class)
                        .handle(call -> Queries.shortList(
                                call,
                                "shifts",
                                service.calendar(call.caller(), client(call)).shifts(),
                                ShiftForm::of)),
                Route.put(ApiFamily.KPI, "/api/v1/shifts", "Set when a client's shift is")
                        .needs(Permission.KPI_CONFIGURE)
                        .takes(ShiftForm.class)
                        .answers(ShiftForm.class)
                        .handle(this::putShift));
    }

    private static @Nullable String client(Call call) {
        return Queries.text(call, "client_id");
    }

    private static Route.Builder clients(Route.Builder route) {
        return route.query("client_id", "string", "one of the caller's clients; default all of them");
    }

    private Object putTarget(Call call) {
        var body = call.body(TargetBody.class);
        var kpi = KpiName.of(body.kpi());
        if (kpi.isEmpty()) {
            var codes = Arrays.stream(KpiName.values()).map(KpiName::code).toList();
            call.fault(FieldError.body("kpi", body.kpi(), new Rule.OneOf(codes)));
        }
        call.checked();
        return TargetAnswer.of(service.putTarget(call.caller(), body.clientId(), kpi.orElseThrow(), body.target()));
    }

    private Object putCycleTime(Call call) {
        var body = call.body(CycleTimeBody.class);
        return service.putCycleTime(call.caller(), body.clientId(), body.styleModel(), body.idealCycleTime());
    }

    private Object putOpportunities(Call call) {
        var body = call.body(OpportunitiesBody.class);
        return service.putOpportunities(
                call.caller(), body.clientId(), call.path("part_number"), body.opportunitiesPerUnit());
    }

    private Object putShift(Call call) {
        var body = call.body(ShiftForm.class);
        var client = ClientScope.of(call.caller()).one(body.clientId(), "client_id");
        return ShiftForm.of(service.putShift(
                call.caller(),
                new Shift(
                        client,
                        body.shiftType(),
                        body.startsAt(),
                        body.endsAt(),
                        body.hours(),
                        Set.copyOf(body.weekdays()))));
    }
}
