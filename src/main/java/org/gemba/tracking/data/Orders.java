package org.gemba.tracking.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.gemba.erp.MtoMatch;
import org.gemba.platform.db.Database;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.StatusChange;
import org.gemba.tracking.TrackedMaterial;
import org.gemba.tracking.TrackedOrder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Orders as they were derived from the stored documents last.
///
/// What a search looks at is kept in memory by customer, newest orders first, and read again after a refresh; a
/// refresh by another workstation on the same database is seen after half a minute.
public final class Orders {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 500_000;
    private static final int LONGEST_SEARCH_TEXT = 8000;
    private static final int KEYS_AT_ONCE = 200;

    private final Database database;
    private final Messages messages;
    private final Templates templates;
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicLong refreshes = new AtomicLong();
    private final Cache<String, Listed> lists = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String number, Listed list) -> 1 + list.orders().size())
            .build();

    private record Listed(long refresh, List<Entry> orders) {}

    /// One order as lists and searches see it.
    public record Entry(String orderNo, OrderStatus status, String searchText) {}

    /// Which orders.
    public record Key(String customerNumber, String orderNo) {}

    public Orders(Database database, Messages messages, Templates templates) {
        this.database = database;
        this.messages = messages;
        this.templates = templates;
    }

    /// Everything that a word may be found in, in lower case.
    public static String searchText(TrackedOrder order) {
        var parts = new java.util.LinkedHashSet<String>();
        parts.add(order.orderNo());
        for (TrackedMaterial material : order.materials()) {
            parts.add(material.mtoNumber());
            parts.add(material.code());
            parts.add(material.name());
            parts.add(material.specification());
        }
        var text = String.join("\n", parts).toLowerCase(java.util.Locale.ROOT);
        return text.length() <= LONGEST_SEARCH_TEXT ? text : text.substring(0, LONGEST_SEARCH_TEXT);
    }

    /// All orders of a customer, the newest first.
    public List<Entry> entries(String customerNumber) {
        long refresh = refreshes.get();
        var known = lists.getIfPresent(customerNumber);
        if (known != null && known.refresh() == refresh) return known.orders();
        var orders = database.read(handle -> handle.createQuery(
                        "select order_no, status, search_text from tracking_order where customer_number = :number"
                                + " order by order_date desc nulls last, order_no desc")
                .bind("number", customerNumber)
                .map((row, context) ->
                        new Entry(row.getString(1), OrderStatus.valueOf(row.getString(2)), row.getString(3)))
                .list());
        lists.put(customerNumber, new Listed(refresh, orders));
        return orders;
    }

    public Optional<TrackedOrder> find(String customerNumber, String orderNo) {
        return find(customerNumber, List.of(orderNo)).stream().findFirst();
    }

    /// Those of the orders that are the customer's, in the order of the numbers.
    public List<TrackedOrder> find(String customerNumber, List<String> orderNos) {
        if (orderNos.isEmpty()) return List.of();
        return database.read(handle -> {
            var found = new ArrayList<TrackedOrder>();
            for (var orderNo : orderNos) {
                // One by one: for an equal and a list H2 would read all orders of the customer.
                handle.createQuery("select body from tracking_order_body where customer_number = :number"
                                + " and order_no = :order")
                        .bind("number", customerNumber)
                        .bind("order", orderNo)
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(body -> found.add(json.readValue(body, TrackedOrder.class)));
            }
            return found;
        });
    }

    /// How many orders are stored.
    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from tracking_order")
                .mapTo(Long.class)
                .one());
    }

    /// How many orders each customer has.
    public Map<String, Integer> counts() {
        return database.read(handle -> {
            var counts = new HashMap<String, Integer>();
            handle.createQuery("select customer_number, count(*) from tracking_order group by customer_number")
                    .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
    }

    /// The version of the ERP's documents up to which orders were derived; 0 before the first time.
    public long position() {
        return database.read(handle -> handle.createQuery("select erp_version from tracking_position where id = 1")
                .mapTo(Long.class)
                .one());
    }

    /// When orders were derived last; empty before the first time.
    public Optional<Instant> refreshedAt() {
        return database.read(handle ->
                Optional.ofNullable(handle.createQuery("select refreshed_at from tracking_position where id = 1")
                        .map((row, context) -> instant(row.getObject(1, java.time.OffsetDateTime.class)))
                        .one()));
    }

    private static @Nullable Instant instant(java.time.@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /// The orders that have lines with one of these MTO numbers.
    public Set<Key> ofMtos(Collection<String> mtoNumbers) {
        var folded = mtoNumbers.stream().map(MtoMatch::folded).distinct().toList();
        return database.read(handle -> {
            var keys = new HashSet<Key>();
            for (var part : parts(folded)) {
                handle.createQuery(
                                "select distinct customer_number, order_no from tracking_order_mto where mto in (<mtos>)")
                        .bindList("mtos", part)
                        .map((row, context) -> new Key(row.getString(1), row.getString(2)))
                        .forEach(keys::add);
            }
            return keys;
        });
    }

    /// The next MTO numbers of orders after one, in their order.
    public List<String> mtosAfter(String mto, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select distinct mto from tracking_order_mto where mto > :after order by mto limit :limit")
                .bind("after", mto)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /// Replaces some orders, and moves the position, in one write.
    ///
    /// @param concerned every order that was derived anew; those that are not among the orders are no more
    /// @param announce called within the write, with the orders whose status is another now
    public void replace(
            Set<Key> concerned,
            Collection<TrackedOrder> orders,
            long position,
            Instant now,
            BiConsumer<Outbox, List<StatusChange>> announce) {
        database.writeBulk(handle -> {
            var before = statuses(handle, concerned);
            var changes = new ArrayList<StatusChange>();
            for (var order : orders) {
                var key = new Key(order.customerNumber(), order.orderNo());
                var old = before.remove(key);
                if (old != null && old != order.status()) changes.add(new StatusChange(order, old, now));
                put(handle, order, now);
            }
            var gone = new HashSet<>(concerned);
            orders.forEach(order -> gone.remove(new Key(order.customerNumber(), order.orderNo())));
            gone.forEach(key -> remove(handle, key));
            handle.execute(
                    "update tracking_position set erp_version = ?, refreshed_at = ? where id = 1", position, now);
            if (!changes.isEmpty()) announce.accept(new Outbox(handle, messages, templates), changes);
            return 0;
        });
        refreshes.incrementAndGet();
    }

    private static Map<Key, OrderStatus> statuses(Handle handle, Set<Key> keys) {
        var statuses = new HashMap<Key, OrderStatus>();
        for (var key : keys) {
            handle.createQuery("select status from tracking_order where customer_number = :number"
                            + " and order_no = :order")
                    .bind("number", key.customerNumber())
                    .bind("order", key.orderNo())
                    .mapTo(String.class)
                    .findOne()
                    .ifPresent(status -> statuses.put(key, OrderStatus.valueOf(status)));
        }
        return statuses;
    }

    private void put(Handle handle, TrackedOrder order, Instant now) {
        var number = order.customerNumber();
        var orderNo = order.orderNo();
        var body = json.writeValueAsString(order);
        int known = handle.execute(
                "update tracking_order set order_date = ?, search_text = ?, status = ?,"
                        + " changed_at = case when status = ? then changed_at else ? end"
                        + " where customer_number = ? and order_no = ?",
                order.orderDate(),
                searchText(order),
                order.status().name(),
                order.status().name(),
                now,
                number,
                orderNo);
        if (known == 0) insert(handle, order, body, now);
        else {
            handle.execute(
                    "update tracking_order_body set body = ? where customer_number = ? and order_no = ?",
                    body,
                    number,
                    orderNo);
            handle.execute(
                    "delete from tracking_order_mto where customer_number = ? and order_no = ?", number, orderNo);
        }
        for (var mto : mtos(order)) {
            handle.execute(
                    "insert into tracking_order_mto (customer_number, order_no, mto) values (?, ?, ?)",
                    number,
                    orderNo,
                    mto);
        }
    }

    private static void insert(Handle handle, TrackedOrder order, String body, Instant now) {
        LocalDate day = order.orderDate();
        handle.execute(
                "insert into tracking_order (customer_number, order_no, order_date, status, search_text, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                order.customerNumber(),
                order.orderNo(),
                day,
                order.status().name(),
                searchText(order),
                now);
        handle.execute(
                "insert into tracking_order_body (customer_number, order_no, body) values (?, ?, ?)",
                order.customerNumber(),
                order.orderNo(),
                body);
    }

    private static Set<String> mtos(TrackedOrder order) {
        var mtos = new HashSet<String>();
        order.materials().forEach(material -> mtos.add(MtoMatch.folded(material.mtoNumber())));
        mtos.remove("");
        return mtos;
    }

    private static void remove(Handle handle, Key key) {
        for (var table : List.of("tracking_order", "tracking_order_body", "tracking_order_mto")) {
            handle.execute(
                    "delete from " + table + " where customer_number = ? and order_no = ?",
                    key.customerNumber(),
                    key.orderNo());
        }
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += KEYS_AT_ONCE) {
            parts.add(all.subList(i, Math.min(all.size(), i + KEYS_AT_ONCE)));
        }
        return parts;
    }
}
