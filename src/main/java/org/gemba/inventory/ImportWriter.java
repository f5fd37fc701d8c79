package org.gemba.inventory;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.gemba.access.Caller;
import org.gemba.inventory.data.ImportTable;
import org.gemba.inventory.data.ImportTable.Imported;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;

/// Writes what an order file says into parts, stock and orders, in one write; and takes it back in one write.
final class ImportWriter {
    private static final int LEDGER = 500;

    private final InventoryCore core;
    private final ImportTable table;
    private final PartService parts;
    private final OrderService orders;
    private final StockService stock;
    private final Consumer<ImportedParts> done;

    /// Told when an import is stored.
    record ImportedParts(Caller caller, List<UUID> parts) {}

    ImportWriter(
            InventoryCore core,
            ImportTable table,
            PartService parts,
            OrderService orders,
            StockService stock,
            Consumer<ImportedParts> done) {
        this.core = core;
        this.table = table;
        this.parts = parts;
        this.orders = orders;
        this.stock = stock;
        this.done = done;
    }

    /// The task. It may be run again after a kill: an import that is stored is not stored again.
    String run(CsvImport.ImportTask task, TaskContext context) {
        var run = known(task.importId());
        if (run.state() != ImportRun.State.WAITING) return "nothing left to do";
        var caller = named(run.createdBy());
        try {
            var ids = core.database().together(() -> write(caller, run, context));
            if (!ids.isEmpty()) done.accept(new ImportedParts(caller, List.copyOf(ids)));
            return said(known(run.id()));
        } catch (AppError e) {
            fail(run, String.valueOf(e.getMessage()));
            throw e;
        } catch (TaskCancelled e) {
            fail(run, "The import was cancelled; nothing was changed");
            throw e;
        } catch (RuntimeException e) {
            fail(run, "The import could not be stored; nothing was changed");
            throw e;
        }
    }

    private void fail(ImportRun run, String why) {
        var outcome = new ImportRun.Outcome(List.of(), List.of(why), 0, 0, 0);
        table.finish(run.id(), ImportRun.State.FAILED, outcome, null, core.now());
    }

    private static String said(ImportRun run) {
        var outcome = run.outcome();
        if (outcome == null) return "";
        if (outcome.changedNothing() && outcome.repeated() > 0) return "the file was imported already; nothing changed";
        return outcome.added() + " parts added, " + outcome.updated() + " rows added to known parts, "
                + outcome.repeated() + " rows were there already, "
                + outcome.failures().size() + " failed";
    }

    /// The engine works for the one who gave the file.
    static Caller named(String who) {
        var system = Caller.system();
        return new Caller(
                system.subject(),
                who,
                system.role(),
                system.permissions(),
                system.families(),
                system.clientIds(),
                null);
    }

    private Set<UUID> write(Caller caller, ImportRun run, TaskContext context) {
        if (known(run.id()).state() != ImportRun.State.WAITING) return Set.of();
        var lines = table.lines(run.id());
        var brought = isRepeatedFile(run) ? null : table.brought(run.orderKey());
        var sheet = new Sheet(run);
        var open = new LinkedHashMap<String, OrderLine>();
        int at = 0;
        for (var print : fingerprints(lines)) {
            var line = lines.get(at++);
            if (brought == null || brought.contains(print)) sheet.repeated++;
            else open.put(print, line);
        }
        context.checkCancelled();
        context.progress(10, "parts", open.size() + " / " + lines.size());
        sheet.known.putAll(known(open.values()));
        sheet.fresh.addAll(addMissing(caller, sheet.known, open.values()));
        context.checkCancelled();
        context.progress(50, "order", open.size() + " / " + lines.size());
        open.forEach((print, line) -> take(sheet, line, print));
        var order =
                sheet.items.isEmpty() ? null : orders.add(caller, sheet.order()).id();
        context.progress(90, "order", "");
        table.remember(sheet.rows);
        table.finish(run.id(), ImportRun.State.DONE, sheet.outcome(), order, core.now());
        return sheet.touched;
    }

    /// The parts that lines mean, by the lines' names: by number first, then by name.
    private Map<String, Part> known(Collection<OrderLine> lines) {
        var names = lines.stream().map(OrderLine::partName).distinct().toList();
        var byNumber = new HashMap<String, Part>();
        var byName = new HashMap<String, Part>();
        for (var part : core.parts().called(names)) {
            if (part.number() != null) byNumber.putIfAbsent(part.number(), part);
            byName.put(part.name(), part);
        }
        var known = new HashMap<String, Part>();
        for (var name : names) {
            var part = byNumber.getOrDefault(name, byName.get(name));
            if (part != null) known.put(name, part);
        }
        return known;
    }

    private Set<UUID> addMissing(Caller caller, Map<String, Part> known, Collection<OrderLine> lines) {
        var wanted = new LinkedHashMap<String, NewPart>();
        for (var line : lines) {
            if (!known.containsKey(line.partName())) wanted.putIfAbsent(line.partName(), newPart(line));
        }
        var added = new HashSet<UUID>();
        for (var part : parts.addAll(caller, List.copyOf(wanted.values()))) {
            known.put(part.name(), part);
            added.add(part.id());
        }
        return added;
    }

    /// Without an order's number a file is known by its content only.
    private boolean isRepeatedFile(ImportRun run) {
        return run.orderNumber() == null && table.done(run.fileHash()).isPresent();
    }

    private static void take(Sheet sheet, OrderLine line, String print) {
        var part = Objects.requireNonNull(sheet.known.get(line.partName()));
        boolean isNew = sheet.fresh.contains(part.id()) && sheet.touched.add(part.id());
        sheet.touched.add(part.id());
        var had = sheet.quantities.getOrDefault(part.id(), part.quantity() == null ? BigDecimal.ZERO : part.quantity());
        var has = had.add(line.quantity());
        sheet.quantities.put(part.id(), has);
        sheet.rows.add(new Imported(sheet.run.id(), sheet.run.orderKey(), print, part.id(), isNew));
        sheet.items.add(new NewOrder.Item(
                part.id(),
                line.supplierPartNumber(),
                line.manufacturerPartNumber(),
                line.description(),
                line.manufacturer(),
                line.quantity(),
                line.unitPrice(),
                line.extendedPrice()));
        sheet.currency = line.currency();
        if (isNew) {
            sheet.added++;
            sheet.successes.add("Added " + part.name() + ": " + line.quantity().toPlainString() + " units");
        } else {
            sheet.updated++;
            sheet.successes.add(
                    "Updated " + part.name() + ": quantity " + had.toPlainString() + " → " + has.toPlainString());
        }
    }

    // NullAway does not read @Nullable inside type arguments out of class files
    @SuppressWarnings("NullAway")
    private static NewPart newPart(OrderLine line) {
        var properties = new LinkedHashMap<String, @Nullable Object>(line.properties());
        return new NewPart(
                line.partName(),
                line.partName(),
                line.description().isEmpty() ? null : line.description(),
                null,
                null,
                null,
                line.supplier(),
                line.supplierUrl(),
                null,
                null,
                properties,
                line.categories());
    }

    /// What makes a row the same row in another copy of the file. Rows that are alike are told apart by their count.
    static List<String> fingerprints(List<OrderLine> lines) {
        var counts = new HashMap<String, Integer>();
        var prints = new ArrayList<String>(lines.size());
        for (var line : lines) {
            var text = String.join(
                    "\u001f",
                    line.supplierPartNumber(),
                    String.valueOf(line.manufacturerPartNumber()),
                    line.quantity().toPlainString(),
                    line.unitPrice().stripTrailingZeros().toPlainString(),
                    String.valueOf(line.properties().get("customer_reference")),
                    String.valueOf(line.properties().get("customer_no")));
            int number = counts.merge(text, 1, Integer::sum);
            prints.add(hash(text + "\u001f" + number));
        }
        return prints;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void undo(Caller caller, ImportRun run) {
        core.database().together(() -> {
            var now = known(run.id());
            if (now.state() != ImportRun.State.DONE) {
                throw new AppError.Conflict("Only an import that is done can be taken back");
            }
            var elevated = named(caller.username());
            if (now.orderId() != null) orders.undo(elevated, now.orderId());
            for (var row : table.rowsOf(run.id())) {
                if (row.isNew() && isUnused(elevated, row.partId())) parts.delete(elevated, row.partId());
            }
            table.undo(run.id(), caller.username(), core.now());
            core.trail().line(caller, "undo", "import", run.id(), now.outcome(), null);
            return run.id();
        });
    }

    /// Nothing but this import and its undoing ever happened to it.
    private boolean isUnused(Caller caller, UUID part) {
        var found = core.parts().find(part);
        if (found.isEmpty()) return false;
        var quantity = found.get().quantity();
        boolean empty = quantity == null || quantity.signum() == 0;
        return empty
                && orders.ofPart(caller, part).isEmpty()
                && stock.ledger(caller, part, LEDGER, 0).stream()
                        .allMatch(
                                line -> line.kind() == Movement.Kind.RECEIVE || line.kind() == Movement.Kind.REVERSAL);
    }

    private ImportRun known(UUID id) {
        return table.find(id).orElseThrow(() -> new AppError.NotFound("Import", id.toString()));
    }

    /// What grows while a file is taken in.
    private static final class Sheet {
        private final ImportRun run;
        private final Map<String, Part> known = new HashMap<>();
        private final Set<UUID> fresh = new HashSet<>();
        private final Map<UUID, BigDecimal> quantities = new HashMap<>();
        private final Set<UUID> touched = new LinkedHashSet<>();
        private final List<Imported> rows = new ArrayList<>();
        private final List<NewOrder.Item> items = new ArrayList<>();
        private final List<String> successes = new ArrayList<>();
        private String currency = "USD";
        private int repeated;
        private int added;
        private int updated;

        private Sheet(ImportRun run) {
            this.run = run;
        }

        private NewOrder order() {
            return new NewOrder(
                    run.orderNumber(),
                    run.supplier(),
                    run.orderDate(),
                    SupplierOrder.Status.DELIVERED,
                    null,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    currency,
                    null,
                    "CSV import",
                    true,
                    items);
        }

        private ImportRun.Outcome outcome() {
            var failures =
                    run.errors().stream().map(OrderFile.RowError::toString).toList();
            return new ImportRun.Outcome(successes, failures, repeated, added, updated);
        }
    }
}
