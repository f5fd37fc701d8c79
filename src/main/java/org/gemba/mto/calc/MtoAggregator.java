package org.gemba.mto.calc;

import java.math.BigDecimal;
import java.util.List;
import org.gemba.erp.MtoDocuments;
import org.gemba.erp.SalesOrderLine;
import org.gemba.mto.Fulfilment;
import org.gemba.mto.MtoClass;
import org.gemba.mto.MtoContent;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoParent;
import org.gemba.mto.Quantity;
import org.gemba.mto.calc.Shares.Share;

/// The one way from documents to an MTO answer, for live and for cached documents alike.
public final class MtoAggregator {
    private final Routing routing;
    private final boolean strict;

    /// @param strict whether a quantity that does not match its line's variant exactly counts as nothing
    public MtoAggregator(Routing routing, boolean strict) {
        this.routing = routing;
        this.strict = strict;
    }

    public MtoContent build(MtoDocuments documents) {
        return new MtoContent(documents.mtoNumber(), parent(documents), lines(documents), RelatedBills.of(documents));
    }

    private static MtoParent parent(MtoDocuments documents) {
        var number = documents.mtoNumber();
        var orders = documents.salesOrders();
        var first = orders.stream()
                .filter(line -> line.mtoNumber().equals(number))
                .findFirst()
                .or(() -> orders.stream().findFirst());
        return new MtoParent(
                number,
                first.map(SalesOrderLine::customerName).orElse(""),
                first.map(SalesOrderLine::deliveryDate).orElse(null),
                MtoClass.of(number),
                !orders.isEmpty() && orders.stream().allMatch(SalesOrderLine::closed));
    }

    private List<MtoLine> lines(MtoDocuments documents) {
        var seeds = LinePlan.of(documents, routing);
        var shares = new Shares(new Tallies(documents), seeds, strict);
        var texts = new MaterialTexts(documents);
        return seeds.stream()
                .map(seed ->
                        line(seed, shares.of(seed), texts, documents.auxTexts().getOrDefault(seed.auxId(), "")))
                .toList();
    }

    private static MtoLine line(LineSeed seed, Share share, MaterialTexts texts, String auxText) {
        var toProduce = toProduce(seed, share);
        var ordered = purchaseOrdered(seed, share);
        var received = purchaseReceived(seed, share);
        return new MtoLine(
                seed.code(),
                texts.name(seed.code()),
                texts.specification(seed.code()),
                texts.group(seed),
                seed.auxId(),
                auxText,
                seed.bomShortName(),
                seed.type(),
                share.sold(),
                toProduce,
                ordered,
                share.picked(),
                share.produced(),
                received,
                share.bom(),
                share.subcontractOrdered(),
                share.subcontractReceived(),
                fulfilment(seed, share, toProduce, ordered, received));
    }

    /// Production orders, never the sum of the component lists' lines where there is an order: fifty parents that each
    /// ask for all of it would multiply it by fifty.
    private static Quantity toProduce(LineSeed seed, Share share) {
        return switch (seed.type().route()) {
            case MADE, UNKNOWN -> share.productionOrdered().orElse(share.bom());
            case FINISHED, BOUGHT, SUBCONTRACT -> share.productionOrdered();
        };
    }

    private static Quantity purchaseOrdered(LineSeed seed, Share share) {
        return switch (seed.type().route()) {
            case BOUGHT ->
                share.purchaseOrdered().orElse(share.subcontractOrdered()).orElse(share.bom());
            case SUBCONTRACT ->
                share.subcontractOrdered().orElse(share.purchaseOrdered()).orElse(share.bom());
            case FINISHED, MADE, UNKNOWN -> share.purchaseOrdered().orElse(share.subcontractOrdered());
        };
    }

    private static Quantity purchaseReceived(LineSeed seed, Share share) {
        return switch (seed.type().route()) {
            case SUBCONTRACT -> share.subcontractReceived().orElse(share.purchaseReceived());
            case FINISHED, MADE, BOUGHT, UNKNOWN -> share.purchaseReceived().orElse(share.subcontractReceived());
        };
    }

    private static Fulfilment fulfilment(
            LineSeed seed, Share share, Quantity toProduce, Quantity ordered, Quantity received) {
        var madeOrBought = share.produced().value().add(received.value());
        BigDecimal picked = share.picked().value();
        return switch (seed.type().route()) {
            case FINISHED -> Fulfilment.of(share.sold().value(), madeOrBought, null);
            case MADE, UNKNOWN -> Fulfilment.of(toProduce.value(), madeOrBought, picked);
            case BOUGHT, SUBCONTRACT -> Fulfilment.of(ordered.value(), received.value(), picked);
        };
    }
}
