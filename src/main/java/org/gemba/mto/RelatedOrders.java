package org.gemba.mto;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bills around one MTO, by kind; every kind is there, each bill once, in the order of the documents.
public record RelatedOrders(Map<Kind, List<Bill>> bills) {
    /// @param linkedOrder the bill that it reports on; null when the form names none
    public record Bill(String billNo, @Nullable String linkedOrder) {}

    /// @see #word() for the name on the wire and the end of the text key `mto.bill.<word>`
    public enum Kind {
        SALES_ORDER("sales_orders", true),
        PRODUCTION_ORDER("production_orders", true),
        PURCHASE_ORDER("purchase_orders", true),
        SUBCONTRACT_ORDER("subcontract_orders", true),
        PRODUCTION_RECEIPT("production_receipts", false),
        MATERIAL_PICKING("material_pickings", false),
        SALES_DELIVERY("sales_deliveries", false),
        PURCHASE_RECEIPT("purchase_receipts", false);

        private final String word;
        private final boolean order;

        Kind(String word, boolean order) {
            this.word = word;
            this.order = order;
        }

        public String word() {
            return word;
        }

        /// Whether it is an order and not a document about one.
        public boolean isOrder() {
            return order;
        }
    }

    public List<Bill> of(Kind kind) {
        return bills.getOrDefault(kind, List.of());
    }

    public boolean isEmpty() {
        return bills.values().stream().allMatch(List::isEmpty);
    }
}
