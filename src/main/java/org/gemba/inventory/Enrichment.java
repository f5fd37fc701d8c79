package org.gemba.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.supplier.SupplierApi;
import org.gemba.inventory.supplier.SupplierFailed;
import org.gemba.inventory.supplier.SupplierList;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Completes parts with what their suppliers tell: prices, stock, parameters, data sheets, pictures. What a person
/// wrote
/// is never overwritten, and a capability that was had is not asked for again unless somebody insists.
public final class Enrichment {
    public static final String KIND = "inventory.enrichment";
    private static final int ATTEMPTS = 4;
    private static final Duration BACKOFF = Duration.ofSeconds(20);

    private final InventoryCore core;
    private final SupplierList suppliers;
    private final PartWriter writer;
    private final Supplier<Tasks> tasks;
    private final TaskKind<Order> kind;

    /// What is to be done.
    ///
    /// @param supplier null for each part's own
    /// @param capabilities none means all that the supplier has
    /// @param forceRefresh ask again for what is there
    /// @param who for whom; null when the engine shall take who submitted it
    public record Order(
            List<UUID> partIds,
            @Nullable String supplier,
            List<String> capabilities,
            boolean forceRefresh,
            String who) {
        public Order {
            partIds = List.copyOf(partIds);
            capabilities = List.copyOf(capabilities);
        }
    }

    /// What came of one part.
    ///
    /// @param results capability to `success`, `skipped` or `error: …`
    /// @param failure why nothing came of the part at all; null when something did
    public record Outcome(
            UUID partId,
            @Nullable String partName,
            @Nullable String supplier,
            Map<String, String> results,
            @Nullable String failure,
            boolean isPassing) {
        static Outcome failed(
                UUID part, @Nullable String name, @Nullable String supplier, String why, boolean passing) {
            return new Outcome(part, name, supplier, Map.of(), why, passing);
        }
    }

    /// A supplier as others see it.
    ///
    /// @param missing settings that it needs first; empty when it can be asked
    public record SupplierState(String name, Set<Capability> capabilities, boolean needsKey, String missing) {}

    Enrichment(InventoryCore core, SupplierList suppliers, PartWriter writer, Supplier<Tasks> tasks) {
        this.core = core;
        this.suppliers = suppliers;
        this.writer = writer;
        this.tasks = tasks;
        this.kind = new TaskKind<>(KIND, Order.class, this::work, ATTEMPTS, BACKOFF, TaskKind.Overlap.ALLOWED);
    }

    TaskKind<Order> kind() {
        return kind;
    }

    /// In the order in which people are offered them.
    public List<SupplierState> suppliers() {
        return suppliers.all().stream()
                .map(api -> new SupplierState(api.name(), api.capabilities(), api.needsKey(), api.missing()))
                .toList();
    }

    /// What waits, runs or is over, newest first.
    public List<TaskRecord> queue(Caller caller, int limit) {
        caller.require(Permission.PARTS_READ);
        return tasks.get().list(TaskFilter.newest(limit).ofKind(KIND));
    }

    /// Queues it.
    ///
    /// @throws AppError.InvalidInput for an unknown supplier or capability
    public UUID submit(Caller caller, Order order) {
        caller.require(Permission.PARTS_UPDATE);
        checked(order);
        var owned = new Order(
                order.partIds(), order.supplier(), order.capabilities(), order.forceRefresh(), caller.username());
        return tasks.get().submit(kind, owned, caller.username());
    }

    private void checked(Order order) {
        var faults = new ArrayList<FieldError>();
        if (order.partIds().isEmpty()) faults.add(FieldError.body("part_ids", null, new Rule.Required()));
        if (order.supplier() != null && suppliers.named(order.supplier()).isEmpty()) {
            var known = suppliers.all().stream().map(SupplierApi::name).toList();
            faults.add(FieldError.body("supplier", order.supplier(), new Rule.OneOf(known)));
        }
        for (var id : order.capabilities()) {
            if (Capability.named(id).isEmpty()) {
                faults.add(FieldError.body(
                        "capabilities",
                        id,
                        new Rule.OneOf(EnumSet.allOf(Capability.class).stream()
                                .map(Capability::id)
                                .toList())));
            }
        }
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
    }

    private String work(Order order, TaskContext context) {
        var outcomes = run(ImportWriter.named(order.who()), order, context);
        var failed =
                outcomes.stream().filter(outcome -> outcome.failure() != null).toList();
        var passing = failed.stream().filter(Outcome::isPassing).findFirst();
        if (passing.isPresent() && (context.attempt() < ATTEMPTS || failed.size() == outcomes.size())) {
            throw new AppError.UpstreamUnavailable(
                    "supplier", String.valueOf(passing.get().failure()), null);
        }
        if (failed.size() == outcomes.size()) {
            throw new AppError.Unprocessable(String.valueOf(failed.getFirst().failure()));
        }
        return (outcomes.size() - failed.size()) + " parts completed, " + failed.size() + " failed";
    }

    /// Does it on this thread, part by part; a part that fails does not stop the next one.
    public List<Outcome> run(Caller caller, Order order, TaskContext context) {
        caller.require(Permission.PARTS_UPDATE);
        checked(order);
        var outcomes = new ArrayList<Outcome>();
        for (var id : order.partIds()) {
            context.checkCancelled();
            context.progress(
                    outcomes.size() * 100 / order.partIds().size(),
                    "enrich",
                    outcomes.size() + " / " + order.partIds().size());
            outcomes.add(one(caller, order, id));
        }
        return outcomes;
    }

    private Outcome one(Caller caller, Order order, UUID id) {
        var part = core.parts().find(id).orElse(null);
        if (part == null) return Outcome.failed(id, null, null, "Part " + id + " not found", false);
        var name = order.supplier() == null ? part.supplier() : order.supplier();
        var api = name == null ? null : suppliers.named(name).orElse(null);
        if (api == null) {
            return Outcome.failed(id, part.name(), name, "The part " + part.name() + " has no known supplier", false);
        }
        var wanted = wanted(order.capabilities(), api);
        var open = order.forceRefresh() ? wanted : writer.missing(part, wanted);
        if (open.isEmpty()) return new Outcome(id, part.name(), api.name(), skipped(wanted), null, false);
        try {
            var told = api.find(number(part, api));
            var results = new LinkedHashMap<>(skipped(wanted));
            results.putAll(writer.write(caller, part, told, open, api.capabilities(), order.forceRefresh()));
            return new Outcome(id, part.name(), api.name(), results, null, false);
        } catch (SupplierFailed e) {
            var words = String.valueOf(e.getMessage());
            if (!e.reason().isPassing()) writer.failed(caller, part, open, words);
            return Outcome.failed(id, part.name(), api.name(), words, e.reason().isPassing());
        }
    }

    private static Set<Capability> wanted(Collection<String> ids, SupplierApi api) {
        if (ids.isEmpty()) return api.capabilities();
        var wanted = EnumSet.noneOf(Capability.class);
        for (var id : ids) Capability.named(id).ifPresent(wanted::add);
        return wanted;
    }

    private static Map<String, String> skipped(Set<Capability> wanted) {
        var results = new LinkedHashMap<String, String>();
        for (var capability : wanted) results.put(capability.id(), "skipped");
        return results;
    }

    /// The supplier's own number where an import or an earlier enrichment left it, else the part's.
    private static String number(Part part, SupplierApi api) {
        var own = part.properties().get(api.name().toLowerCase(Locale.ROOT) + "_part_number");
        if (own instanceof String text && !text.isBlank()) return text;
        return part.number() == null ? part.name() : part.number();
    }
}
