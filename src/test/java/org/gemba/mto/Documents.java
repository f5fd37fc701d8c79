package org.gemba.mto;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.erp.*;

/// Documents of one MTO for tests, a line of code a document.
public final class Documents {
    public static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    public final String mto;
    private final List<SalesOrderLine> sales = new ArrayList<>();
    private final List<ProductionOrder> orders = new ArrayList<>();
    private final List<ComponentLine> components = new ArrayList<>();
    private final List<ProductionReceipt> receipts = new ArrayList<>();
    private final List<PurchaseOrderLine> purchases = new ArrayList<>();
    private final List<PurchaseReceipt> stockIns = new ArrayList<>();
    private final List<SubcontractOrderLine> subcontracts = new ArrayList<>();
    private final List<PickLine> picks = new ArrayList<>();
    private final List<DeliveryLine> deliveries = new ArrayList<>();
    private final Map<Long, String> aux = new HashMap<>();
    private final Map<String, MaterialMaster> masters = new HashMap<>();
    private long entry;

    public Documents(String mto) {
        this.mto = mto;
    }

    private static Material material(String code) {
        return new Material(code, "Name of " + code, "Spec of " + code);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    public Documents sold(String code, long auxId, String quantity) {
        sales.add(new SalesOrderLine(
                "XSDD01",
                ++entry,
                mto,
                material(code),
                "",
                auxId,
                "C1",
                "Example Corp",
                null,
                LocalDate.of(2026, 3, 15),
                number(quantity),
                "BOM-A",
                false,
                "C"));
        return this;
    }

    public Documents order(String code, long auxId, String quantity) {
        orders.add(new ProductionOrder(
                "SCDD" + ++entry, entry, mto, material(code), auxId, "W1", number(quantity), "3", null));
        return this;
    }

    public Documents component(String code, long auxId, String needed, String category, boolean purchased) {
        return component(code, auxId, needed, category, purchased, 1);
    }

    public Documents component(String code, long auxId, String needed, String category, boolean purchased, int digit) {
        components.add(new ComponentLine(
                "PPBOM" + ++entry,
                entry,
                "SCDD1",
                mto,
                material(code),
                "",
                category,
                purchased,
                digit,
                auxId,
                number(needed),
                BigDecimal.ZERO,
                number(needed)));
        return this;
    }

    public Documents received(String code, long auxId, String quantity) {
        receipts.add(new ProductionReceipt(
                "SCRK" + ++entry, entry, mto, "SCDD001", material(code), auxId, number("99999"), number(quantity)));
        return this;
    }

    public Documents bought(String code, long auxId, String ordered, String receivedSoFar) {
        purchases.add(new PurchaseOrderLine(
                "CGDD" + ++entry,
                entry,
                mto,
                material(code),
                auxId,
                number(ordered),
                number(receivedSoFar),
                BigDecimal.ZERO));
        return this;
    }

    public Documents stockIn(String code, long auxId, boolean subcontract, String quantity) {
        stockIns.add(new PurchaseReceipt(
                "CGRK" + ++entry, entry, mto, material(code), auxId, subcontract, number(quantity), number(quantity)));
        return this;
    }

    public Documents subcontract(String code, long auxId, String ordered, String receivedSoFar) {
        subcontracts.add(new SubcontractOrderLine(
                "WWDD" + ++entry,
                entry,
                mto,
                material(code),
                auxId,
                number(ordered),
                number(receivedSoFar),
                BigDecimal.ZERO));
        return this;
    }

    public Documents picked(String code, long auxId, String issued) {
        picks.add(new PickLine(
                "LLD" + ++entry,
                entry,
                mto,
                "PPBOM1",
                new Material(code, "", ""),
                auxId,
                number(issued),
                number(issued)));
        return this;
    }

    public Documents delivered(String code, long auxId, String quantity) {
        deliveries.add(new DeliveryLine(
                "XSCK" + ++entry, entry, mto, material(code), auxId, null, number(quantity), number(quantity)));
        return this;
    }

    public Documents aux(long id, String text) {
        aux.put(id, text);
        return this;
    }

    public Documents master(String code, String category, boolean purchased) {
        masters.put(code, new MaterialMaster(code, "Master of " + code, "Spec", "Group", category, purchased, "1"));
        return this;
    }

    public MtoDocuments live() {
        return at(true, NOW);
    }

    public MtoDocuments cachedAt(Instant asOf) {
        return at(false, asOf);
    }

    private MtoDocuments at(boolean live, Instant asOf) {
        return new MtoDocuments(
                mto,
                live,
                asOf,
                List.copyOf(sales),
                List.copyOf(orders),
                List.copyOf(components),
                List.copyOf(receipts),
                List.copyOf(purchases),
                List.copyOf(stockIns),
                List.copyOf(subcontracts),
                List.copyOf(picks),
                List.copyOf(deliveries),
                Map.copyOf(aux),
                Map.copyOf(masters));
    }
}
