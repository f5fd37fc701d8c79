package org.gemba.kpi.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.NewJob;
import org.gemba.kpi.UserNumbers;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderService;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Work orders, their jobs and holds. Where several clients of the caller have an order of the same number, the query
/// parameter `client_id` says which is meant.
public final class WorkOrderRoutes {
    private static final String PATH = "/api/v1/work-orders/{work_order_id}";

    private final WorkOrderService service;
    private final UserNumbers numbers;

    private WorkOrderRoutes(WorkOrderService service, UserNumbers numbers) {
        this.service = service;
        this.numbers = numbers;
    }

    public static List<Route> of(WorkOrderService service, UserNumbers numbers) {
        var routes = new WorkOrderRoutes(service, numbers);
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/work-orders", "Create a work order")
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.Body.class)
                        .once()
                        .answers(WorkOrderAnswers.Created.class)
                        .status(201)
                        .handle(routes::create),
                Queries.paged(Route.get(ApiFamily.KPI, "/api/v1/work-orders", "Work orders, newest first"))
                        .needs(Permission.KPI_READ)
                        .query("status", "string", "ACTIVE, ON_HOLD, COMPLETED, REJECTED or CANCELLED")
                        .answersPage(WorkOrderAnswers.Listed.class)
                        .handle(routes::list),
                one(Route.get(ApiFamily.KPI, PATH, "A work order with its jobs, holds and history"))
                        .needs(Permission.KPI_READ)
                        .answers(WorkOrderAnswers.Whole.class)
                        .handle(routes::find),
                one(Route.put(ApiFamily.KPI, PATH, "Change what is planned of a work order"))
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.Change.class)
                        .answers(WorkOrderAnswers.Listed.class)
                        .handle(routes::change),
                one(Route.put(ApiFamily.KPI, PATH + "/status", "Move a work order on"))
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.StatusBody.class)
                        .answers(WorkOrderAnswers.StatusChanged.class)
                        .handle(routes::setStatus),
                one(Route.post(ApiFamily.KPI, PATH + "/hold", "Stop a work order with a reason"))
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.HoldBody.class)
                        .answers(WorkOrderAnswers.StatusChanged.class)
                        .handle(routes::hold),
                one(Route.post(ApiFamily.KPI, PATH + "/resume", "Let a stopped work order go on"))
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.ResumeBody.class)
                        .answers(WorkOrderAnswers.StatusChanged.class)
                        .handle(routes::resume),
                one(Route.post(ApiFamily.KPI, PATH + "/jobs", "Add a job, or set the quantities of one"))
                        .needs(Permission.WORK_ORDERS_WRITE)
                        .takes(WorkOrderAnswers.JobBody.class)
                        .once()
                        .answers(WorkOrderAnswers.JobAnswer.class)
                        .status(201)
                        .handle(routes::job));
    }

    private static Route.Builder one(Route.Builder route) {
        return route.pathParameter("work_order_id", "the order's number")
                .query("client_id", "string", "where several clients have such an order");
    }

    private Object create(Call call) {
        var body = call.body(WorkOrderAnswers.Body.class);
        var order = service.create(call.caller(), body.asked(body.workOrderId()));
        return Answer.status(
                201,
                new WorkOrderAnswers.Created(
                        order.workOrderId(),
                        order.clientId(),
                        order.status(),
                        order.createdAt(),
                        numbers.of(call.caller().subject())));
    }

    private Object list(Call call) {
        var days = Queries.days(call);
        var status = Queries.oneOf(call, "status", WorkOrderStatus.class);
        var page = Queries.page(call);
        call.checked();
        var found = service.list(
                call.caller(),
                Queries.text(call, "client_id"),
                status,
                days.from(),
                days.to(),
                page.limit(),
                page.offset());
        var orders = found.orders().stream().map(WorkOrderAnswers.Listed::of).toList();
        return new Page<>("work_orders", orders, page.page(), page.limit(), found.total());
    }

    private Object find(Call call) {
        return WorkOrderAnswers.Whole.of(service.find(call.caller(), number(call), client(call)));
    }

    private Object change(Call call) {
        var body = call.body(WorkOrderAnswers.Change.class);
        return WorkOrderAnswers.Listed.of(service.change(call.caller(), body.asked(number(call)), body.version()));
    }

    private Object setStatus(Call call) {
        var body = call.body(WorkOrderAnswers.StatusBody.class);
        return changed(call, service.setStatus(call.caller(), number(call), client(call), body.status()));
    }

    private Object hold(Call call) {
        var body = call.body(WorkOrderAnswers.HoldBody.class);
        var at = service.instant(call.caller(), number(call), client(call), "held_at", body.heldAt());
        var order = service.hold(call.caller(), number(call), client(call), body.reason(), body.detail(), at);
        return changed(call, order);
    }

    private Object resume(Call call) {
        var body = call.body(WorkOrderAnswers.ResumeBody.class);
        var at = service.instant(call.caller(), number(call), client(call), "resumed_at", body.resumedAt());
        return changed(call, service.resume(call.caller(), number(call), client(call), at));
    }

    private Object job(Call call) {
        var body = call.body(WorkOrderAnswers.JobBody.class);
        var asked = new NewJob(
                body.jobId(),
                body.partNumber(),
                body.quantityOrdered(),
                body.quantityCompleted(),
                body.quantityScrapped());
        var job = service.putJob(call.caller(), number(call), client(call), asked);
        return Answer.status(201, WorkOrderAnswers.JobAnswer.of(job, number(call)));
    }

    private WorkOrderAnswers.StatusChanged changed(Call call, WorkOrder order) {
        return new WorkOrderAnswers.StatusChanged(
                order.workOrderId(),
                order.status(),
                order.updatedAt(),
                numbers.of(call.caller().subject()));
    }

    private static String number(Call call) {
        return call.path("work_order_id");
    }

    private static @Nullable String client(Call call) {
        return Queries.text(call, "client_id");
    }
}
