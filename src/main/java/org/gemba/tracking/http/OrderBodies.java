package org.gemba.tracking.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gemba.tracking.FoundOrder;
import org.gemba.tracking.OrderId;
import org.gemba.tracking.OrderPage;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackedMaterial;
import org.gemba.tracking.TrackedOrder;
import org.jspecify.annotations.Nullable;

/// Orders as they go out. The document prints snake case inside an order and camel case around it.
final class OrderBodies {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OrderBodies() {}

    record Found(List<Order> orders, int total, int page, int pageSize, Instant queryTime, boolean cacheHit) {
        static Found of(OrderPage page, Instant now) {
            return new Found(
                    page.orders().stream().map(Order::of).toList(),
                    page.total(),
                    page.page(),
                    page.pageSize(),
                    now,
                    page.cacheHit());
        }
    }

    record Order(
            @JsonProperty("order_id") String orderId,
            @JsonProperty("order_no") String orderNo,
            @JsonProperty("customer_name") String customerName,
            @JsonProperty("order_date") String orderDate,
            String status,
            List<OrderMaterial> materials) {
        static Order of(TrackedOrder order) {
            return new Order(
                    order.orderId(),
                    order.orderNo(),
                    order.customerName(),
                    time(order.orderDate()),
                    order.status().word(),
                    order.materials().stream()
                            .map(material -> new OrderMaterial(
                                    OrderId.of(order.orderNo(), material.entryId()),
                                    material.code(),
                                    material.status().word()))
                            .toList());
        }
    }

    record OrderMaterial(
            @JsonProperty("material_id") String materialId,
            @JsonProperty("material_code") String materialCode,
            String status) {}

    record Status(
            @JsonProperty("order_id") String orderId,
            @JsonProperty("order_no") String orderNo,
            @JsonProperty("customer_name") String customerName,
            @JsonProperty("order_date") String orderDate,
            @JsonProperty("delivery_date") String deliveryDate,
            String status,
            @JsonProperty("status_text") String statusText,
            BigDecimal progress,
            @JsonProperty("ordered_quantity") BigDecimal ordered,
            @JsonProperty("received_quantity") BigDecimal received,
            @JsonProperty("delivered_quantity") BigDecimal delivered,
            @JsonProperty("as_of") Instant asOf,
            boolean cacheHit) {
        static Status of(FoundOrder found) {
            var order = found.order();
            return new Status(
                    order.orderId(),
                    order.orderNo(),
                    order.customerName(),
                    time(order.orderDate()),
                    day(order.deliveryDate()),
                    order.status().word(),
                    order.status().chinese(),
                    order.progress(),
                    order.ordered(),
                    order.received(),
                    order.delivered(),
                    found.asOf(),
                    found.cacheHit());
        }
    }

    record Materials(
            @JsonProperty("order_id") String orderId,
            @JsonProperty("order_no") String orderNo,
            String status,
            List<Material> materials,
            int total,
            @JsonProperty("as_of") Instant asOf,
            boolean cacheHit) {
        static Materials of(FoundOrder found) {
            var order = found.order();
            return new Materials(
                    order.orderId(),
                    order.orderNo(),
                    order.status().word(),
                    order.materials().stream()
                            .map(material -> Material.of(found, material))
                            .toList(),
                    order.materials().size(),
                    found.asOf(),
                    found.cacheHit());
        }
    }

    record Material(
            @JsonProperty("material_id") String materialId,
            @JsonProperty("material_code") String materialCode,
            @JsonProperty("material_name") String materialName,
            String specification,
            String variant,
            @JsonProperty("mto_number") String mtoNumber,
            String status,
            @JsonProperty("status_text") String statusText,
            BigDecimal progress,
            @JsonProperty("ordered_quantity") BigDecimal ordered,
            @JsonProperty("received_quantity") BigDecimal received,
            @JsonProperty("delivered_quantity") BigDecimal delivered) {
        static Material of(FoundOrder found, TrackedMaterial material) {
            return new Material(
                    OrderId.of(found.order().orderNo(), material.entryId()),
                    material.code(),
                    material.name(),
                    material.specification(),
                    found.variant(material),
                    material.mtoNumber(),
                    material.status().word(),
                    material.status().chinese(),
                    material.progress(),
                    material.ordered(),
                    material.received(),
                    material.delivered());
        }
    }

    record Progress(
            @JsonProperty("material_id") String materialId,
            @JsonProperty("material_code") String materialCode,
            @JsonProperty("material_name") String materialName,
            String specification,
            String variant,
            @JsonProperty("order_id") String orderId,
            @JsonProperty("order_no") String orderNo,
            String status,
            @JsonProperty("status_text") String statusText,
            BigDecimal progress,
            BigDecimal needed,
            BigDecimal received,
            List<Stage> stages,
            @JsonProperty("as_of") Instant asOf,
            boolean cacheHit) {
        static Progress of(FoundOrder found, TrackedMaterial material) {
            return new Progress(
                    OrderId.of(found.order().orderNo(), material.entryId()),
                    material.code(),
                    material.name(),
                    material.specification(),
                    found.variant(material),
                    found.order().orderId(),
                    found.order().orderNo(),
                    material.status().word(),
                    material.status().chinese(),
                    material.progress(),
                    material.ordered(),
                    material.received(),
                    steps(found.order(), material),
                    found.asOf(),
                    found.cacheHit());
        }
    }

    /// One step on a material's way.
    ///
    /// @param percent how far it is; null where nothing tells
    /// @param date when it was begun or last done; empty where nothing tells
    record Stage(
            String stage,
            String name,
            boolean done,
            BigDecimal quantity,
            BigDecimal needed,
            @Nullable BigDecimal percent,
            String date) {}

    private static List<Stage> steps(TrackedOrder order, TrackedMaterial material) {
        var needed = material.ordered();
        var stages = new ArrayList<Stage>();
        stages.add(new Stage("ordered", "已下单", true, needed, needed, HUNDRED, day(order.orderDate())));
        boolean begun = material.status() != OrderStatus.PENDING && material.status() != OrderStatus.CANCELLED;
        stages.add(new Stage("producing", "生产", begun, material.planned(), needed, null, day(material.startedOn())));
        var picking = material.picking();
        if (picking != null) {
            var percent = picking.multiply(HUNDRED);
            boolean all = picking.compareTo(BigDecimal.ONE) >= 0;
            stages.add(new Stage("picking", "领料", all, percent, HUNDRED, percent, ""));
        }
        stages.add(reached("received", "入库", material.received(), needed, material.progress(), ""));
        var delivered = material.delivered();
        var share = share(delivered, needed);
        stages.add(reached("delivered", "发货", delivered, needed, share, day(material.deliveredOn())));
        return stages;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        if (part.signum() <= 0) return BigDecimal.ZERO;
        if (whole.signum() <= 0) return HUNDRED;
        return part.multiply(HUNDRED)
                .divide(whole, 2, java.math.RoundingMode.DOWN)
                .min(HUNDRED);
    }

    private static Stage reached(
            String stage, String name, BigDecimal quantity, BigDecimal needed, BigDecimal percent, String date) {
        boolean done = needed.signum() > 0 && quantity.compareTo(needed) >= 0;
        return new Stage(stage, name, done, quantity, needed, percent, date);
    }

    /// The ERP knows the day only. The document prints a time in UTC; noon is on the same day from Samoa to Sydney, so
    /// that no phone shows another day.
    private static String time(@Nullable LocalDate day) {
        return day == null
                ? ""
                : day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
