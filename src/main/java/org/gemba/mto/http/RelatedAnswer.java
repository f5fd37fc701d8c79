package org.gemba.mto.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.mto.MtoStatus;
import org.gemba.mto.RelatedOrders;
import org.gemba.mto.RelatedOrders.Kind;
import org.gemba.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/// The body of `GET /api/mto/{mto_number}/related-orders`.
record RelatedAnswer(
        String mtoNumber,
        Map<String, List<Order>> orders,
        Map<String, List<Document>> documents,
        Instant queryTime,
        String dataSource) {
    record Order(String billNo, String label) {}

    record Document(String billNo, String label, @Nullable String linkedOrder) {}

    static RelatedAnswer of(MtoStatus status, Texts texts, Locale locale) {
        var orders = new LinkedHashMap<String, List<Order>>();
        var documents = new LinkedHashMap<String, List<Document>>();
        for (var kind : Kind.values()) {
            var label = texts.text(locale, "mto.bill." + kind.word());
            var bills = status.related().of(kind);
            if (kind.isOrder()) orders.put(kind.word(), orders(bills, label));
            else documents.put(kind.word(), documents(bills, label));
        }
        return new RelatedAnswer(
                status.mtoNumber(),
                orders,
                documents,
                status.queriedAt(),
                status.source().word());
    }

    private static List<Order> orders(List<RelatedOrders.Bill> bills, String label) {
        return bills.stream().map(bill -> new Order(bill.billNo(), label)).toList();
    }

    private static List<Document> documents(List<RelatedOrders.Bill> bills, String label) {
        return bills.stream()
                .map(bill -> new Document(bill.billNo(), label, bill.linkedOrder()))
                .toList();
    }
}
