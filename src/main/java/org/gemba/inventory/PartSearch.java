package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.data.PartIndex;
import org.gemba.inventory.data.PartIndex.Entry;
import org.jspecify.annotations.Nullable;

/// Finds parts. Terms are plain text: `%` and `_` stand for themselves.
public final class PartSearch {
    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<@Nullable BigDecimal> NUMBER = Comparator.nullsFirst(Comparator.naturalOrder());

    private final InventoryCore core;
    private final PartIndex index;
    private final OrderService orders;

    PartSearch(InventoryCore core, PartIndex index, OrderService orders) {
        this.core = core;
        this.index = index;
        this.orders = orders;
    }

    /// One page of what was found, and how much there is on all pages.
    public record Found(List<Part> parts, int total) {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    public Found search(Caller caller, PartQuery query) {
        caller.require(Permission.PARTS_READ);
        return page(index.entries(), matching(query), order(query), query.page(), query.pageSize());
    }

    private Predicate<Entry> matching(PartQuery query) {
        Predicate<Entry> matches = entry -> true;
        var term = query.term();
        if (term != null && !term.isEmpty()) {
            var folded = Folding.fold(term);
            matches = entry -> entry.folded().contains(folded);
        }
        var least = query.minQuantity();
        if (least != null) {
            matches = matches.and(
                    entry -> entry.quantity() != null && entry.quantity().compareTo(least) >= 0);
        }
        var most = query.maxQuantity();
        if (most != null) {
            matches = matches.and(
                    entry -> entry.quantity() != null && entry.quantity().compareTo(most) <= 0);
        }
        var location = query.locationId();
        if (location != null) matches = matches.and(entry -> location.equals(entry.locationId()));
        var supplier = query.supplier();
        if (supplier != null) matches = matches.and(entry -> supplier.equals(entry.supplier()));
        if (!query.categoryNames().isEmpty()) {
            var ids = new HashSet<>(index.categoriesNamed(query.categoryNames()).values());
            matches = matches.and(entry -> entry.categories().stream().anyMatch(ids::contains));
        }
        return matches;
    }

    private Comparator<Entry> order(PartQuery query) {
        var bySeq = Comparator.comparingLong(Entry::seq);
        if (query.sort() == null) return query.isDescending() ? bySeq.reversed() : bySeq;
        var order = switch (query.sort()) {
            case PART_NAME -> Comparator.comparing(Entry::name);
            case PART_NUMBER -> Comparator.comparing(Entry::number, TEXT);
            case QUANTITY -> Comparator.comparing(Entry::quantity, NUMBER);
            case LOCATION -> byLocation();
        };
        return (query.isDescending() ? order.reversed() : order).thenComparing(bySeq);
    }

    private Comparator<Entry> byLocation() {
        var names = index.locationNames();
        return Comparator.comparing(entry -> entry.locationId() == null ? null : names.get(entry.locationId()), TEXT);
    }

    /// What has the words in name, number or description: a name that is exactly that first, then a number, then the
    /// others by name.
    public Found text(Caller caller, String words, int page, int pageSize) {
        caller.require(Permission.PARTS_READ);
        var folded = Folding.fold(words);
        var order = Comparator.<Entry>comparingInt(entry -> rank(entry, folded))
                .thenComparing(Entry::name)
                .thenComparingLong(Entry::seq);
        return page(index.entries(), entry -> entry.folded().contains(folded), order, page, pageSize);
    }

    private static int rank(Entry entry, String folded) {
        if (entry.foldedName() == folded.length() && entry.folded().startsWith(folded)) return 0;
        return entry.number() != null && Folding.fold(entry.number()).equals(folded) ? 1 : 2;
    }

    /// Names that hold the words: those that begin with them first, then by name.
    public List<String> suggestions(Caller caller, String words, int limit) {
        caller.require(Permission.PARTS_READ);
        var folded = Folding.fold(words);
        var order = Comparator.<Entry>comparingInt(entry -> entry.folded().startsWith(folded) ? 0 : 1)
                .thenComparing(Entry::name);
        var best = new Best(order, limit);
        for (var entry : index.entries()) if (entry.inName(folded) >= 0) best.offer(entry);
        return best.inOrder().stream().map(Entry::name).toList();
    }

    private Found page(Entry[] entries, Predicate<Entry> matches, Comparator<Entry> order, int page, int size) {
        long wanted = Math.min((long) page * size, entries.length);
        var best = new Best(order, (int) wanted);
        int total = 0;
        for (var entry : entries) {
            if (!matches.test(entry)) continue;
            total++;
            best.offer(entry);
        }
        var inOrder = best.inOrder();
        long from = (long) (page - 1) * size;
        if (from >= inOrder.size()) return new Found(List.of(), total);
        var ids = inOrder.subList((int) from, inOrder.size()).stream()
                .map(Entry::id)
                .toList();
        return new Found(core.parts().byIds(ids), total);
    }

    /// Parts that are watched and of which less than the least is there, the emptiest first.
    public List<Part> low(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return core.parts().low();
    }

    /// Orders, summaries and datasheets of parts.
    public PartExtras extras(Caller caller, List<Part> parts) {
        caller.require(Permission.PARTS_READ);
        List<UUID> ids = parts.stream().map(Part::id).toList();
        return orders.extras(ids);
    }

    /// Keeps the first few in an order without sorting the rest.
    private static final class Best {
        private final PriorityQueue<Entry> last;
        private final Comparator<Entry> order;
        private final int most;

        Best(Comparator<Entry> order, int most) {
            this.order = order;
            this.most = most;
            this.last = new PriorityQueue<>(Math.clamp(most, 1, 1000), order.reversed());
        }

        void offer(Entry entry) {
            if (last.size() < most) {
                last.add(entry);
            } else if (most > 0 && order.compare(entry, last.element()) < 0) {
                last.remove();
                last.add(entry);
            }
        }

        List<Entry> inOrder() {
            var all = new ArrayList<>(last);
            all.sort(order);
            return all;
        }
    }
}
