package org.gemba.inventory.http;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.inventory.Capability;
import org.gemba.inventory.Enrichment;
import org.gemba.inventory.InventoryTasks;
import org.gemba.inventory.TaskPolicy;
import org.gemba.inventory.TaskType;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// What a caller may start, how much of the limits is used, and what each supplier can do.
public final class TaskRights {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final InventoryTasks tasks;
    private final Enrichment enrichment;
    private final Clock clock;

    public TaskRights(InventoryTasks tasks, Enrichment enrichment, Clock clock) {
        this.tasks = tasks;
        this.enrichment = enrichment;
        this.clock = clock;
    }

    List<Route> routes(String at) {
        return List.of(
                TaskRoutes.get(at, "/security/permissions", "What the caller may start")
                        .handle(this::permissions),
                TaskRoutes.get(at, "/security/limits", "How much of the limits the caller has used")
                        .handle(this::limits),
                TaskRoutes.get(at, "/capabilities/suppliers", "What each supplier can do")
                        .handle(this::suppliers),
                TaskRoutes.get(at, "/capabilities/suppliers/{supplier_name}", "What a supplier can do")
                        .pathParameter("supplier_name", "in any letter case")
                        .handle(this::supplier),
                TaskRoutes.get(at, "/capabilities/find/{capability_type}", "Who can do something")
                        .pathParameter("capability_type", "for example fetch_datasheet")
                        .handle(this::find));
    }

    TaskType type(String kind) {
        return tasks.typeOf(kind);
    }

    private Object permissions(Call call) {
        var rights = tasks.rights(call.caller());
        var levels = new LinkedHashMap<String, List<String>>();
        for (var level : TaskPolicy.Level.values()) {
            var types = new ArrayList<String>();
            for (var type : TaskType.values()) {
                if (type.policy().filter(policy -> policy.level() == level).isPresent()) types.add(type.name());
            }
            levels.put(TaskRoutes.word(level), types);
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("user_permissions", rights.permissions());
        data.put("allowed_task_types", rights.allowed().stream().map(Enum::name).toList());
        data.put("security_levels", levels);
        data.put("user_role", TaskRoutes.word(call.caller().role()));
        return TaskRoutes.found("Permissions found", data);
    }

    private Object limits(Call call) {
        var usage = new LinkedHashMap<String, Object>();
        for (var limit : tasks.limits(call.caller())) {
            var policy = limit.policy();
            var line = new LinkedHashMap<String, Object>();
            line.put("concurrent_running", limit.running());
            line.put("max_concurrent", policy.mostAtOnce());
            line.put("hourly_usage", limit.hour());
            line.put("hourly_limit", policy.anHour());
            line.put("daily_usage", limit.day());
            line.put("daily_limit", policy.aDay());
            line.put("security_level", TaskRoutes.word(policy.level()));
            line.put("risk_level", TaskRoutes.word(policy.risk()));
            usage.put(limit.type().id(), line);
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var data = new LinkedHashMap<String, Object>();
        data.put("current_usage", usage);
        data.put("time_until_hourly_reset", HOUR - now.getMinute());
        data.put("time_until_daily_reset", DAY - now.getHour() * HOUR - now.getMinute());
        return TaskRoutes.found("Limits found", data);
    }

    private Object suppliers(Call call) {
        var all = new LinkedHashMap<String, Object>();
        for (var supplier : enrichment.suppliers()) all.put(supplier.name(), abilities(supplier));
        return TaskRoutes.found("Capabilities found", all);
    }

    private Object supplier(Call call) {
        var name = call.path("supplier_name");
        return enrichment.suppliers().stream()
                .filter(supplier -> supplier.name().equalsIgnoreCase(name))
                .findFirst()
                .map(supplier -> TaskRoutes.found("Capabilities found", abilities(supplier)))
                .orElseThrow(() -> new AppError.NotFound("Supplier", name));
    }

    private static Map<String, Object> abilities(Enrichment.SupplierState supplier) {
        var details = new LinkedHashMap<String, Object>();
        for (var capability : Capability.values()) {
            var detail = new LinkedHashMap<String, Object>();
            detail.put("supported", supplier.capabilities().contains(capability));
            detail.put("requires_api_key", supplier.needsKey());
            detail.put("rate_limited", true);
            detail.put("description", capability.description());
            details.put(capability.id(), detail);
        }
        var abilities = new LinkedHashMap<String, Object>();
        abilities.put("supplier", supplier.name());
        abilities.put(
                "supported_capabilities",
                supplier.capabilities().stream().map(Capability::id).toList());
        abilities.put("capabilities_detail", details);
        return abilities;
    }

    private Object find(Call call) {
        var wanted = call.path("capability_type");
        var capability = Capability.named(wanted)
                .orElseThrow(() -> new AppError.InvalidInput(new FieldError(
                        Place.PATH,
                        "capability_type",
                        wanted,
                        new Rule.OneOf(java.util.Arrays.stream(Capability.values())
                                .map(Capability::id)
                                .toList()))));
        var names = enrichment.suppliers().stream()
                .filter(supplier -> supplier.capabilities().contains(capability))
                .map(Enrichment.SupplierState::name)
                .toList();
        var data = new LinkedHashMap<String, Object>();
        data.put("capability", capability.id());
        data.put("suppliers", names);
        data.put("count", names.size());
        return TaskRoutes.found(names.size() + " suppliers found", data);
    }
}
