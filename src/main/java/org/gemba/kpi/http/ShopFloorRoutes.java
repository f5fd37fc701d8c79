package org.gemba.kpi.http;

import java.util.List;
import java.util.function.Function;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.InspectionMethod;
import org.gemba.kpi.ShopFloorService;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Downtime, attendance and inspections.
public final class ShopFloorRoutes {
    private final ShopFloorService service;

    private ShopFloorRoutes(ShopFloorService service) {
        this.service = service;
    }

    public static List<Route> of(ShopFloorService service) {
        var routes = new ShopFloorRoutes(service);
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/downtime", "Tell how long a line stood still, and why")
                        .needs(Permission.ENTRIES_CREATE)
                        .takes(ShopFloorAnswers.DowntimeBody.class)
                        .once()
                        .answers(ShopFloorAnswers.DowntimeAnswer.class)
                        .status(201)
                        .handle(routes::addDowntime),
                Queries.paged(Route.get(ApiFamily.KPI, "/api/v1/downtime", "Downtime, newest first"))
                        .needs(Permission.KPI_READ)
                        .query("work_order_id", "string", "of one work order")
                        .answersPage(ShopFloorAnswers.DowntimeAnswer.class)
                        .handle(routes::downtime),
                Route.post(ApiFamily.KPI, "/api/v1/attendance", "Tell whether somebody was there in a shift")
                        .needs(Permission.ENTRIES_CREATE)
                        .takes(ShopFloorAnswers.AttendanceBody.class)
                        .once()
                        .answers(ShopFloorAnswers.AttendanceAnswer.class)
                        .status(201)
                        .handle(routes::addAttendance),
                Queries.paged(Route.get(ApiFamily.KPI, "/api/v1/attendance", "Attendance, newest first"))
                        .needs(Permission.KPI_READ)
                        .answersPage(ShopFloorAnswers.AttendanceAnswer.class)
                        .handle(routes::attendance),
                Route.post(ApiFamily.KPI, "/api/v1/quality/inspections", "Tell what an inspection found")
                        .needs(Permission.ENTRIES_CREATE)
                        .takes(ShopFloorAnswers.InspectionBody.class)
                        .once()
                        .answers(ShopFloorAnswers.InspectionAnswer.class)
                        .status(201)
                        .handle(routes::addInspection),
                Queries.paged(Route.get(ApiFamily.KPI, "/api/v1/quality/inspections", "Inspections, newest first"))
                        .needs(Permission.KPI_READ)
                        .query("work_order_id", "string", "of one work order")
                        .answersPage(ShopFloorAnswers.InspectionAnswer.class)
                        .handle(routes::inspections));
    }

    private Object addDowntime(Call call) {
        var made = service.addDowntime(
                call.caller(), call.body(ShopFloorAnswers.DowntimeBody.class).asked());
        return Answer.status(201, ShopFloorAnswers.DowntimeAnswer.of(made));
    }

    private Object addAttendance(Call call) {
        var made = service.addAttendance(
                call.caller(), call.body(ShopFloorAnswers.AttendanceBody.class).asked());
        return Answer.status(201, ShopFloorAnswers.AttendanceAnswer.of(made));
    }

    private Object addInspection(Call call) {
        var body = call.body(ShopFloorAnswers.InspectionBody.class);
        var method = InspectionMethod.of(body.method());
        if (method.isEmpty()) {
            call.fault(FieldError.body("method", body.method(), new Rule.OneOf(InspectionMethod.codes())));
        }
        call.checked();
        var made = service.addInspection(call.caller(), body.asked(method.orElse(InspectionMethod.OTHER)));
        return Answer.status(201, ShopFloorAnswers.InspectionAnswer.of(made));
    }

    private Object downtime(Call call) {
        var page = Queries.page(call);
        var found = service.downtime(call.caller(), asked(call, page, Queries.text(call, "work_order_id")));
        return page("downtime", page, found, ShopFloorAnswers.DowntimeAnswer::of);
    }

    private Object attendance(Call call) {
        var page = Queries.page(call);
        var found = service.attendance(call.caller(), asked(call, page, null));
        return page("attendance", page, found, ShopFloorAnswers.AttendanceAnswer::of);
    }

    private Object inspections(Call call) {
        var page = Queries.page(call);
        var found = service.inspections(call.caller(), asked(call, page, Queries.text(call, "work_order_id")));
        return page("inspections", page, found, ShopFloorAnswers.InspectionAnswer::of);
    }

    private static ShopFloorService.Asked asked(Call call, Queries.PageAsked page, @Nullable String workOrderId) {
        var days = Queries.days(call);
        call.checked();
        return new ShopFloorService.Asked(
                Queries.text(call, "client_id"), workOrderId, days.from(), days.to(), page.limit(), page.offset());
    }

    private static <T, A> Page<A> page(
            String name, Queries.PageAsked page, ShopFloorService.Found<T> found, Function<T, A> answer) {
        return new Page<>(name, found.rows().stream().map(answer).toList(), page.page(), page.limit(), found.total());
    }
}
