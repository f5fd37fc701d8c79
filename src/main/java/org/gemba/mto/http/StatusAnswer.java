package org.gemba.mto.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoParent;
import org.jspecify.annotations.Nullable;

/// The body of `GET /api/mto/{mto_number}`.
///
/// @param childItems a list of {@link ChildItem}, written beforehand because it is the same for every question
/// @param cacheAgeSeconds null when live
record StatusAnswer(
        String mtoNumber,
        ParentItem parentItem,
        @JsonRawValue String childItems,
        Instant queryTime,
        String dataSource,
        @Nullable Long cacheAgeSeconds) {

    record ParentItem(
            String mtoNumber, String customerName, @Nullable LocalDate deliveryDate) {
        static ParentItem of(MtoParent parent) {
            return new ParentItem(parent.mtoNumber(), parent.customerName(), parent.deliveryDate());
        }
    }

    record ChildItem(
            String materialCode,
            String materialName,
            String specification,
            String auxAttributes,
            String bomShortName,
            int materialTypeCode,
            String materialType,
            BigDecimal salesOrderQty,
            BigDecimal prodInstockMustQty,
            BigDecimal purchaseOrderQty,
            BigDecimal pickActualQty,
            BigDecimal prodInstockRealQty,
            BigDecimal purchaseStockInQty,
            Map<String, Metric> metrics) {
        static ChildItem of(MtoLine line, Map<String, Metric> metrics) {
            return new ChildItem(
                    line.materialCode(),
                    line.materialName(),
                    line.specification(),
                    line.auxText(),
                    line.bomShortName(),
                    line.type().code(),
                    line.type().label(),
                    line.salesOrdered().value(),
                    line.toProduce().value(),
                    line.purchaseOrdered().value(),
                    line.picked().value(),
                    line.produced().value(),
                    line.purchaseReceived().value(),
                    metrics);
        }
    }

    /// @param format number, percent or status
    record Metric(
            @Nullable BigDecimal value,
            String label,
            String format,
            @Nullable String status) {}
}
