package org.gemba.mto.calc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.MtoDocuments;
import org.gemba.mto.MaterialType;
import org.gemba.mto.MaterialType.Route;

/// Decides which lines an MTO has, in their order: finished goods from sales orders, the groups of the component lists,
/// then what only other documents speak of, so that nothing is silently missing.
final class LinePlan {
    private record Key(String code, long auxId) {}

    /// A material that a document speaks of, and the type that this kind of document suggests.
    private record Mention(String code, long auxId, MaterialType suggested) {}

    private final Routing routing;
    private final Map<String, MaterialMaster> masters;
    private final Map<Key, LineSeed> lines = new LinkedHashMap<>();
    private final Set<String> codes = new HashSet<>();

    private LinePlan(Routing routing, Map<String, MaterialMaster> masters) {
        this.routing = routing;
        this.masters = masters;
    }

    static List<LineSeed> of(MtoDocuments documents, Routing routing) {
        var plan = new LinePlan(routing, documents.materials());
        plan.addFinishedGoods(documents);
        plan.addComponents(documents);
        plan.addTheRest(documents);
        return List.copyOf(plan.lines.values());
    }

    /// A sold material that a component list also asks for gets its line there, with the sold quantity on it.
    private void addFinishedGoods(MtoDocuments documents) {
        var listed = new HashSet<String>();
        for (var line : documents.components()) listed.add(line.material().code());
        for (var line : documents.salesOrders()) {
            var code = line.material().code();
            if (routing.isFinished(code) || !listed.contains(code)) {
                add(new LineSeed(code, line.auxId(), line.materialGroup(), line.bomShortName(), soldType(code)));
            }
        }
    }

    private MaterialType soldType(String code) {
        if (routing.isFinished(code)) return MaterialType.FINISHED;
        return byMaster(code)
                .map(type -> new MaterialType(Route.FINISHED, MaterialType.FINISHED.code(), type.label()))
                .orElse(MaterialType.FINISHED);
    }

    private void addComponents(MtoDocuments documents) {
        var types = new HashMap<String, MaterialType>();
        for (var line : documents.components()) {
            var code = line.material().code();
            if (routing.isFinished(code)) continue;
            var type = types.computeIfAbsent(code, c -> componentType(line));
            add(new LineSeed(code, line.auxId(), line.materialGroup(), "", type));
        }
    }

    private MaterialType componentType(ComponentLine line) {
        var byCategory = line.category().isBlank()
                ? byMaster(line.material().code())
                : routing.byCategory(line.category().strip(), line.purchased());
        return byCategory.orElseGet(() -> MaterialType.ofDigit(line.materialType()));
    }

    private void addTheRest(MtoDocuments documents) {
        var listed = Set.copyOf(codes);
        addNewCodes(documents.productionReceipts().stream()
                .map(line -> new Mention(line.material().code(), line.auxId(), MaterialType.MADE)));
        addVariants(
                listed,
                documents.purchaseOrders().stream()
                        .map(line -> new Mention(line.material().code(), line.auxId(), MaterialType.BOUGHT)));
        addNewCodes(documents.subcontractOrders().stream()
                .map(line -> new Mention(line.material().code(), line.auxId(), MaterialType.SUBCONTRACT)));
        addNewCodes(documents.productionOrders().stream()
                .map(order -> new Mention(order.material().code(), order.auxId(), MaterialType.MADE)));
        addNewCodes(documents.picks().stream()
                .map(line -> new Mention(line.material().code(), line.auxId(), MaterialType.MADE)));
        addNewCodes(documents.purchaseReceipts().stream()
                .map(line -> new Mention(
                        line.material().code(),
                        line.auxId(),
                        line.subcontract() ? MaterialType.SUBCONTRACT : MaterialType.BOUGHT)));
    }

    /// One line a variant of every code that has no line yet.
    private void addNewCodes(Stream<Mention> mentions) {
        var before = Set.copyOf(codes);
        mentions.filter(mention -> !before.contains(mention.code())).forEach(this::addMention);
    }

    /// As {@link #addNewCodes}, and also a line for each further variant of a code that no order and no list has.
    private void addVariants(Set<String> listed, Stream<Mention> mentions) {
        var before = Set.copyOf(codes);
        mentions.filter(mention ->
                        !before.contains(mention.code()) || (mention.auxId() != 0 && !listed.contains(mention.code())))
                .forEach(this::addMention);
    }

    /// The category may say better than the document what the thing is, but never that it is made here: a document of
    /// another kind is better evidence than a default in the master.
    private void addMention(Mention mention) {
        var type = byMaster(mention.code())
                .filter(found -> !found.label().equals(MaterialType.MADE.label()))
                .orElseGet(() -> routing.isFinished(mention.code())
                        ? new MaterialType(Route.MADE, MaterialType.FINISHED.code(), MaterialType.FINISHED.label())
                        : mention.suggested());
        add(new LineSeed(mention.code(), mention.auxId(), "", "", type));
    }

    private Optional<MaterialType> byMaster(String code) {
        return Optional.ofNullable(masters.get(code))
                .flatMap(master -> routing.byCategory(master.category().strip(), master.purchased()));
    }

    private void add(LineSeed seed) {
        lines.putIfAbsent(new Key(seed.code(), seed.auxId()), seed);
        codes.add(seed.code());
    }
}
