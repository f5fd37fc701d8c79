package org.gemba.mto.calc;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.gemba.erp.Material;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.MtoDocuments;

/// Name, specification and group of each code: from the first document that prints them, else from the master. Never
/// picked by alphabet: that showed one material under another one's name.
final class MaterialTexts {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> specifications = new HashMap<>();
    private final Map<String, MaterialMaster> masters;

    MaterialTexts(MtoDocuments documents) {
        masters = documents.materials();
        read(documents.salesOrders(), line -> line.material());
        read(documents.components(), line -> line.material());
        read(documents.productionOrders(), order -> order.material());
        read(documents.productionReceipts(), line -> line.material());
        read(documents.purchaseOrders(), line -> line.material());
        read(documents.subcontractOrders(), line -> line.material());
        read(documents.purchaseReceipts(), line -> line.material());
        read(documents.picks(), line -> line.material());
        for (var master : masters.values()) {
            keep(names, master.code(), master.name());
            keep(specifications, master.code(), master.specification());
        }
    }

    String name(String code) {
        return names.getOrDefault(code, "");
    }

    String specification(String code) {
        return specifications.getOrDefault(code, "");
    }

    String group(LineSeed seed) {
        if (!seed.group().isBlank()) return seed.group();
        var master = masters.get(seed.code());
        return master == null ? "" : master.group();
    }

    private <D> void read(Collection<D> documents, Function<D, Material> material) {
        for (var document : documents) {
            var found = material.apply(document);
            keep(names, found.code(), found.name());
            keep(specifications, found.code(), found.specification());
        }
    }

    private static void keep(Map<String, String> texts, String code, String text) {
        if (!text.isBlank()) texts.putIfAbsent(code, text.strip());
    }
}
