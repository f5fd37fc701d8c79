package org.gemba.planning;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;

/// What a schedule order has to keep to.
final class ScheduleRules {
    static final int MOST_JOBS = 500;
    private static final int MOST_DAYS = 366;
    private static final int LEAST_PRIORITY = 5;
    private static final int MOST_SETUP = 10_080;
    private static final long MOST_UNITS = 100_000_000;

    private ScheduleRules() {}

    static Faults check(ScheduleOrder order) {
        var faults = new Faults();
        faults.text("name", order.name(), 1, 200);
        faults.broken(
                order.endDate().isBefore(order.startDate()),
                "end_date",
                order.endDate(),
                "must not be before start_date");
        faults.broken(
                ChronoUnit.DAYS.between(order.startDate(), order.endDate()) > MOST_DAYS,
                "end_date",
                order.endDate(),
                "must be within " + MOST_DAYS + " days of start_date");
        if (order.jobs().isEmpty()) faults.add("jobs", List.of(), new Rule.Required());
        faults.range("jobs", order.jobs().size(), 0, MOST_JOBS);
        for (int i = 0; i < order.jobs().size(); i++) {
            var job = order.jobs().get(i);
            faults.positive("jobs[" + i + "].quantity", job.quantity(), MOST_UNITS);
            faults.range("jobs[" + i + "].priority", job.priority(), 1, LEAST_PRIORITY);
            faults.broken(
                    job.dueDate() != null && job.dueDate().isBefore(order.startDate()),
                    "jobs[" + i + "].due_date",
                    job.dueDate(),
                    "must not be before start_date");
        }
        faults.amount("constraints.max_overtime", order.overtimeHours(), 7 * 24);
        order.setupMinutes().forEach((pair, minutes) -> {
            var field = "constraints.setup_time_matrix." + pair;
            faults.range(field, minutes, 0, MOST_SETUP);
            faults.broken(!pair.matches("\\d{1,18}-\\d{1,18}"), field, pair, "must name two products like 1-2");
        });
        order.availableHours()
                .forEach(
                        (id, hours) -> faults.amount("constraints.resource_availability." + id, hours, MOST_DAYS * 24));
        var goals = order.goals();
        share(faults, "minimize_makespan", goals.makespan());
        share(faults, "maximize_utilization", goals.utilization());
        share(faults, "minimize_setup_time", goals.setupTime());
        return faults;
    }

    private static void share(Faults faults, String name, double share) {
        faults.broken(!(share >= 0 && share <= 1), "optimization_objectives." + name, share, "must be between 0 and 1");
    }

    /// @param products those that exist
    /// @param resources those that exist
    static void checkKnown(ScheduleOrder order, Set<Long> products, Set<Long> resources, Faults faults) {
        for (int i = 0; i < order.jobs().size(); i++) {
            long product = order.jobs().get(i).productId();
            faults.broken(!products.contains(product), "jobs[" + i + "].product_id", product, "is no known product");
        }
        for (long resource : order.availableHours().keySet()) {
            faults.broken(
                    !resources.contains(resource),
                    "constraints.resource_availability.resource_id",
                    resource,
                    "is no known resource");
        }
    }
}
