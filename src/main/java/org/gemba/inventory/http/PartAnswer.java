package org.gemba.inventory.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gemba.inventory.Category;
import org.gemba.inventory.Datasheet;
import org.gemba.inventory.Location;
import org.gemba.inventory.OrderItem;
import org.gemba.inventory.OrderService.PartOrder;
import org.gemba.inventory.OrderSummary;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartExtras;
import org.jspecify.annotations.Nullable;

/// A part as the document prints it, with its orders and data sheets, and with what Gemba knows beyond it: unit and
/// least stock.
record PartAnswer(
        String id,
        @Nullable String partNumber,
        String partName,
        @Nullable BigDecimal quantity,
        @Nullable String description,
        @Nullable String supplier,
        @Nullable String locationId,
        @Nullable Place location,
        @Nullable String imageUrl,
        Map<String, Object> additionalProperties,
        List<Kind> categories,
        @Nullable Summary orderSummary,
        List<Bought> orderHistory,
        List<Item> orderItems,
        List<Sheet> datasheets,
        @Nullable BigDecimal minQuantity,
        @Nullable String unit,
        int version) {

    record Kind(String id, String name, @Nullable String description) {
        static Kind of(Category category) {
            return new Kind(category.id().toString(), category.name(), category.description());
        }
    }

    record Place(String id, String name, @Nullable String description, String locationType) {
        static Place of(Location location) {
            return new Place(location.id().toString(), location.name(), location.description(), location.type());
        }
    }

    record Summary(
            String id,
            String partId,
            @Nullable String lastOrderedDate,
            @Nullable BigDecimal lastOrderedPrice,
            @Nullable String lastOrderNumber,
            @Nullable String supplierUrl,
            int totalOrders,
            @Nullable BigDecimal lowestPrice,
            @Nullable BigDecimal highestPrice,
            @Nullable BigDecimal averagePrice,
            String createdAt,
            String updatedAt) {
        static Summary of(OrderSummary summary) {
            return new Summary(
                    summary.id().toString(),
                    summary.partId().toString(),
                    Wire.day(summary.lastOrderedDate()),
                    summary.lastOrderedPrice(),
                    summary.lastOrderNumber(),
                    summary.supplierUrl(),
                    summary.totalOrders(),
                    summary.lowestPrice(),
                    summary.highestPrice(),
                    summary.averagePrice(),
                    Wire.time(summary.createdAt()),
                    Wire.time(summary.updatedAt()));
        }
    }

    record Bought(
            String orderId,
            String supplier,
            @Nullable String orderDate,
            BigDecimal quantityOrdered,
            BigDecimal quantityReceived,
            @Nullable BigDecimal unitPrice,
            String status) {
        static Bought of(PartOrder bought) {
            return new Bought(
                    bought.order().id().toString(),
                    bought.order().supplier(),
                    Wire.day(bought.order().date()),
                    bought.item().quantityOrdered(),
                    bought.item().quantityReceived(),
                    bought.item().unitPrice(),
                    word(bought.order().status()));
        }
    }

    record Item(
            String id,
            String orderId,
            @Nullable String partId,
            @Nullable String supplierPartNumber,
            @Nullable String manufacturerPartNumber,
            @Nullable String description,
            @Nullable String manufacturer,
            BigDecimal quantityOrdered,
            BigDecimal quantityReceived,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal extendedPrice,
            String status) {
        static Item of(OrderItem item) {
            return new Item(
                    item.id().toString(),
                    item.orderId().toString(),
                    item.partId() == null ? null : item.partId().toString(),
                    item.supplierPartNumber(),
                    item.manufacturerPartNumber(),
                    item.description(),
                    item.manufacturer(),
                    item.quantityOrdered(),
                    item.quantityReceived(),
                    item.unitPrice(),
                    item.extendedPrice(),
                    word(item.status()));
        }
    }

    record Sheet(
            String id,
            String partId,
            String fileUuid,
            @Nullable String originalFilename,
            String fileExtension,
            @Nullable Long fileSize,
            @Nullable String sourceUrl,
            @Nullable String supplier,
            @Nullable String manufacturer,
            @Nullable String title,
            @Nullable String description,
            String createdAt,
            String updatedAt,
            boolean isDownloaded,
            @Nullable String downloadError,
            String filename) {
        static Sheet of(Datasheet sheet) {
            return new Sheet(
                    sheet.id().toString(),
                    sheet.partId().toString(),
                    sheet.fileId().toString(),
                    sheet.originalFilename(),
                    sheet.extension(),
                    sheet.size(),
                    sheet.sourceUrl(),
                    sheet.supplier(),
                    sheet.manufacturer(),
                    sheet.title(),
                    sheet.description(),
                    Wire.time(sheet.createdAt()),
                    Wire.time(sheet.updatedAt()),
                    sheet.isDownloaded(),
                    sheet.downloadError(),
                    sheet.fileName());
        }
    }

    static PartAnswer of(Part part, PartExtras extras) {
        var location = part.location();
        var summary = extras.summaries().get(part.id());
        var orders = extras.orders().getOrDefault(part.id(), List.of());
        return new PartAnswer(
                part.id().toString(),
                part.number(),
                part.name(),
                part.quantity(),
                part.description(),
                part.supplier(),
                location == null ? null : location.id().toString(),
                location == null ? null : Place.of(location),
                part.imageUrl(),
                part.properties(),
                part.categories().stream().map(Kind::of).toList(),
                summary == null ? null : Summary.of(summary),
                orders.stream().map(Bought::of).toList(),
                orders.stream().map(order -> Item.of(order.item())).toList(),
                extras.datasheets().getOrDefault(part.id(), List.of()).stream()
                        .map(Sheet::of)
                        .toList(),
                part.minQuantity(),
                part.unit(),
                part.version());
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
