package org.gemba.planning.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.gemba.planning.Product;
import org.gemba.planning.ProductDetail;
import org.gemba.planning.StockPlace;
import org.jspecify.annotations.Nullable;

/// Products as the document writes them.
final class ProductAnswers {
    private ProductAnswers() {}

    record Row(
            long id,
            String name,
            String sku,
            String productType,
            String market,
            BigDecimal costPrice,
            BigDecimal sellingPrice,
            int leadTimeDays,
            BigDecimal profitMargin,
            boolean isActive,
            Instant createdAt,
            Instant updatedAt,
            int version) {
        static Row of(Product product) {
            return new Row(
                    product.id(),
                    product.name(),
                    product.sku(),
                    product.productType(),
                    product.market(),
                    product.costPrice(),
                    product.sellingPrice(),
                    product.leadTimeDays(),
                    product.profitMargin(),
                    product.isActive(),
                    product.createdAt(),
                    product.updatedAt(),
                    product.version());
        }
    }

    record Stats(
            @JsonProperty("total_sold_30d") BigDecimal totalSold,
            @JsonProperty("revenue_30d") BigDecimal revenue,
            BigDecimal avgDailySales) {}

    record Place(String location, BigDecimal available, BigDecimal reserved) {
        static Place of(StockPlace place) {
            return new Place(place.location(), place.available(), place.reserved());
        }
    }

    record Inventory(BigDecimal totalAvailable, BigDecimal reserved, List<Place> locations) {}

    record Detail(
            long id,
            String name,
            String sku,
            String productType,
            String market,
            BigDecimal costPrice,
            BigDecimal sellingPrice,
            int leadTimeDays,
            BigDecimal profitMargin,
            boolean isActive,
            Instant createdAt,
            Instant updatedAt,
            int version,
            Stats salesStats,
            Inventory inventory) {
        static Detail of(ProductDetail detail) {
            var product = detail.product();
            return new Detail(
                    product.id(),
                    product.name(),
                    product.sku(),
                    product.productType(),
                    product.market(),
                    product.costPrice(),
                    product.sellingPrice(),
                    product.leadTimeDays(),
                    product.profitMargin(),
                    product.isActive(),
                    product.createdAt(),
                    product.updatedAt(),
                    product.version(),
                    new Stats(detail.sold30d(), detail.revenue30d(), detail.averageDailySales()),
                    new Inventory(
                            detail.available(),
                            detail.reserved(),
                            detail.stock().stream().map(Place::of).toList()));
        }
    }

    record NewBody(
            String name,
            String sku,
            String productType,
            String market,
            BigDecimal costPrice,
            BigDecimal sellingPrice,
            int leadTimeDays) {}

    record ChangeBody(
            @Nullable String name,
            @Nullable String sku,
            @Nullable String productType,
            @Nullable String market,
            @Nullable BigDecimal costPrice,
            @Nullable BigDecimal sellingPrice,
            @Nullable Integer leadTimeDays,
            @Nullable Boolean isActive,
            @Nullable Integer version) {}
}
