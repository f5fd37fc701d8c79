package org.gemba.planning.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.CalendarText;
import org.gemba.planning.NewResource;
import org.gemba.planning.Resource;
import org.gemba.planning.ResourceService;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/resources`.
public final class ResourceRoutes {
    private final ResourceService service;

    private ResourceRoutes(ResourceService service) {
        this.service = service;
    }

    record Day(LocalDate date, BigDecimal availableHours, BigDecimal scheduledHours, BigDecimal maintenanceHours) {
        static Day of(ResourceService.Day day) {
            return new Day(day.day(), hours(day.open()), hours(day.scheduled()), hours(day.maintenance()));
        }
    }

    record Row(
            long id,
            String name,
            String type,
            BigDecimal capacityPerHour,
            BigDecimal hourlyCost,
            boolean isAvailable,
            List<Day> availability,
            List<String> capabilities,
            String location,
            CalendarText calendar,
            int version) {
        static Row of(Resource resource, List<ResourceService.Day> days) {
            return new Row(
                    resource.id(),
                    resource.name(),
                    resource.kind(),
                    resource.capacityPerHour(),
                    resource.hourlyCost(),
                    resource.isAvailable(),
                    days.stream().map(Day::of).toList(),
                    resource.capabilities(),
                    resource.location(),
                    CalendarText.of(resource.calendar()),
                    resource.version());
        }
    }

    record Listed(List<Row> resources) {}

    record Body(
            @Nullable String name,
            @Nullable String type,
            @Nullable BigDecimal capacityPerHour,
            @Nullable BigDecimal hourlyCost,
            @Nullable Boolean isAvailable,
            @Nullable List<String> capabilities,
            @Nullable String location,
            @Nullable CalendarText calendar,
            @Nullable Integer version) {
        NewResource asked() {
            return new NewResource(
                    name,
                    type,
                    capacityPerHour,
                    hourlyCost,
                    isAvailable,
                    capabilities,
                    location,
                    calendar == null ? null : calendar.read(),
                    version);
        }
    }

    public static List<Route> of(ResourceService service) {
        var routes = new ResourceRoutes(service);
        return List.of(
                Route.get(ApiFamily.PLANNING, "/api/resources", "Resources and how much of their time is free")
                        .needs(Permission.PLANNING_READ)
                        .query("start_date", "string", "first day; today when absent")
                        .query("end_date", "string", "last day; six days later when absent")
                        .query("resource_type", "string", "only those of this type")
                        .answers(Listed.class)
                        .handle(routes::list),
                Route.post(ApiFamily.PLANNING, "/api/resources", "Add a resource")
                        .needs(Permission.PLANNING_WRITE)
                        .takes(Body.class)
                        .once()
                        .answers(Row.class)
                        .status(201)
                        .handle(routes::add),
                Route.put(ApiFamily.PLANNING, "/api/resources/{id}", "Change a resource; what is absent stays")
                        .needs(Permission.PLANNING_WRITE)
                        .pathParameter("id", "a number")
                        .takes(Body.class)
                        .answers(Row.class)
                        .handle(routes::change));
    }

    static BigDecimal hours(long minutes) {
        var hours = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        var plain = hours.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static @Nullable LocalDate day(Call call, String name) {
        var text = call.query(name).orElse(null);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            call.fault(new FieldError(Place.QUERY, name, text, new Rule.WrongType("date")));
            return null;
        }
    }

    private Object list(Call call) {
        var from = day(call, "start_date");
        var to = day(call, "end_date");
        call.checked();
        var kind = call.query("resource_type").orElse(null);
        return new Listed(service.availability(call.caller(), from, to, kind).stream()
                .map(found -> Row.of(found.resource(), found.days()))
                .toList());
    }

    private Object add(Call call) {
        var added = service.add(call.caller(), call.body(Body.class).asked());
        return Answer.created(new Reply("Resource created successfully", Row.of(added, List.of())));
    }

    private Object change(Call call) {
        long id = ProductRoutes.number(call.path("id"), "Resource");
        var changed = service.change(call.caller(), id, call.body(Body.class).asked());
        return new Reply("Resource updated successfully", Row.of(changed, List.of()));
    }
}
