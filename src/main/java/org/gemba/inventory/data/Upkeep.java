package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// Finds and removes what does not fit together. Services keep it from arising; a restored or shared database may hold
/// it.
public final class Upkeep {
    private final Database database;

    public Upkeep(Database database) {
        this.database = database;
    }

    /// A part whose figures contradict each other.
    ///
    /// @param ledger the sum of its ledger
    public record Contradiction(
            UUID partId, String partName, BigDecimal quantity, BigDecimal stock, BigDecimal ledger) {}

    /// Parts whose total is not the sum of their stock, or whose stock is not the sum of their ledger.
    public List<Contradiction> contradictions(int most) {
        return database.read(handle -> handle.createQuery("""
                        select p.id, p.part_name, coalesce(p.quantity, 0) as quantity, coalesce(s.sum_of, 0) as stock,
                            coalesce(m.sum_of, 0) as ledger
                        from inv_part p
                        left join (select part_id, sum(quantity) as sum_of from inv_stock group by part_id) s
                            on s.part_id = p.id
                        left join (select part_id, sum(delta) as sum_of from inv_movement group by part_id) m
                            on m.part_id = p.id
                        where coalesce(p.quantity, 0) <> coalesce(s.sum_of, 0)
                            or coalesce(s.sum_of, 0) <> coalesce(m.sum_of, 0)
                        order by p.seq limit :most""")
                .bind("most", most)
                .map((row, context) -> new Contradiction(
                        row.getObject("id", UUID.class),
                        row.getString("part_name"),
                        Numbers.whole(row.getBigDecimal("quantity")),
                        Numbers.whole(row.getBigDecimal("stock")),
                        Numbers.whole(row.getBigDecimal("ledger"))))
                .list());
    }

    public long negativeStock() {
        return count("select count(*) from inv_stock where quantity < 0");
    }

    public long withoutLocation() {
        return count("select count(*) from inv_part where location_id is null");
    }

    private long count(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /// What stock is worth at the price of each part's last order, by currency.
    public Map<String, BigDecimal> value() {
        return database.read(handle -> handle.createQuery("""
                        select o.currency, sum(p.quantity * s.last_ordered_price) as worth
                        from inv_part p join inv_order_summary s on s.part_id = p.id
                        join (select i.part_id, max(o.seq) as seq from inv_order_item i
                            join inv_order o on o.id = i.order_id group by i.part_id) newest on newest.part_id = p.id
                        join inv_order o on o.seq = newest.seq
                        where p.quantity > 0 and s.last_ordered_price is not null group by o.currency""").reduceRows(new java.util.TreeMap<>(), (worth, row) -> {
            worth.put(row.getColumn("currency", String.class), Numbers.whole(row.getColumn("worth", BigDecimal.class)));
            return worth;
        }));
    }

    /// Links of parts that lead to no part or no category.
    public int removeLooseLinks() {
        return database.write(handle -> handle.execute("""
                delete from inv_part_category where part_id not in (select id from inv_part)
                    or category_id not in (select id from inv_category)"""));
    }

    /// References of parts to locations that are not there.
    public int clearLostLocations() {
        return database.write(handle -> handle.execute("""
                update inv_part set location_id = null, change_no = nextval('inv_change')
                where location_id is not null and location_id not in (select id from inv_location)"""));
    }

    /// Stock, ledger, summaries and data sheets of parts that are not there.
    public int removeLostRows() {
        return database.write(handle -> {
            int removed = 0;
            for (var table : List.of("inv_stock", "inv_movement", "inv_order_summary", "inv_datasheet")) {
                removed += removeLost(handle, table);
            }
            return removed;
        });
    }

    private static int removeLost(Handle handle, String table) {
        return handle.execute("delete from " + table + " where part_id not in (select id from inv_part)");
    }

    /// Places where nothing is left and nothing has to be remembered.
    public int removeEmptyStock() {
        return database.write(handle -> handle.execute("""
                delete from inv_stock where quantity = 0 and location_id not in (select id from inv_location)"""));
    }

    /// The names of all files that rows know of.
    public List<String> knownFiles() {
        return database.read(
                handle -> handle.createQuery("""
                        select cast(id as varchar(36)) || '.' || extension from inv_image
                        union all select cast(file_uuid as varchar(36)) || file_extension from inv_datasheet""").mapTo(String.class).list());
    }
}
