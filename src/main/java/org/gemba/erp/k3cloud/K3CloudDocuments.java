package org.gemba.erp.k3cloud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.MaterialMaster;

/// Documents as the ERP has them at this moment, all forms asked side by side. Whatever fails fails the whole answer,
/// so that a hole is never taken for «there is none».
public final class K3CloudDocuments {
    private static final int MOST_IN_LIST = 200;

    private final K3CloudClient client;
    private final Catalogue catalogue;
    private final boolean plainPrefix;
    private final Executor threads;

    public K3CloudDocuments(K3CloudClient client, ErpSettings settings, Executor threads) {
        this.client = client;
        this.catalogue = Catalogue.of(settings);
        this.plainPrefix = settings.plainPrefix();
        this.threads = threads;
    }

    /// Everything about one MTO number and its sub-orders.
    public DocumentSet about(String mtoNumber) {
        Map<Long, String> texts = new HashMap<>();
        Map<String, MaterialMaster> masters = new HashMap<>();
        var found = fetch(form -> form.about(mtoNumber, plainPrefix));
        complete(found, texts, masters);
        return withMasters(found, texts, masters)
                .only(number -> plainPrefix
                        ? number.startsWith(mtoNumber)
                        : number.equals(mtoNumber) || number.startsWith(mtoNumber + "-"));
    }

    /// Everything about exactly these MTO numbers.
    ///
    /// @param known ids and codes that were asked for before in this run; grows
    public DocumentSet of(Set<String> mtoNumbers, Known known) {
        var found = fetch(form -> form.of(mtoNumbers));
        Map<Long, String> texts = new HashMap<>();
        Map<String, MaterialMaster> masters = new HashMap<>();
        var auxIds = auxIds(found);
        var codes = codes(found);
        auxIds.removeIf(id -> !known.auxIds.add(id));
        codes.removeIf(code -> !known.codes.add(code));
        try {
            texts.putAll(auxTexts(auxIds));
            masters.putAll(masters(codes));
        } catch (RuntimeException e) {
            known.auxIds.removeAll(auxIds);
            known.codes.removeAll(codes);
            throw e;
        }
        return withMasters(found, texts, masters).only(mtoNumbers::contains);
    }

    /// What one run has asked for already.
    public static final class Known {
        private final Set<Long> auxIds = java.util.concurrent.ConcurrentHashMap.newKeySet();
        private final Set<String> codes = java.util.concurrent.ConcurrentHashMap.newKeySet();
    }

    /// The MTO numbers of documents of any form that were created or changed from the first day up to, not including,
    /// the last; each with the day of its last change there.
    public Map<String, LocalDate> touched(LocalDate from, LocalDate to) {
        var asked = new ArrayList<CompletableFuture<List<Form.Touched>>>();
        for (var form : catalogue.forms()) {
            asked.add(later(() -> client.all(form.touched(from, to), form::touched)));
        }
        var numbers = new TreeMap<String, LocalDate>();
        for (var one : asked) {
            for (var row : joined(one)) {
                var day = row.lastChange() == null ? to : row.lastChange();
                numbers.merge(row.mtoNumber(), day, (first, second) -> first.isAfter(second) ? first : second);
            }
        }
        numbers.remove("");
        return numbers;
    }

    /// The ERP's names for its forms, in the order in which they are asked.
    public List<String> forms() {
        return catalogue.forms().stream().map(Form::id).toList();
    }

    private DocumentSet fetch(Function<Form<?>, Query> question) {
        var sales = ask(catalogue.salesOrders(), question);
        var production = ask(Catalogue.PRODUCTION_ORDERS, question);
        var components = ask(Catalogue.COMPONENTS, question);
        var receipts = ask(Catalogue.PRODUCTION_RECEIPTS, question);
        var purchases = ask(Catalogue.PURCHASE_ORDERS, question);
        var bought = ask(Catalogue.PURCHASE_RECEIPTS, question);
        var subcontracts = ask(Catalogue.SUBCONTRACT_ORDERS, question);
        var picks = ask(Catalogue.PICKS, question);
        var deliveries = ask(Catalogue.DELIVERIES, question);
        return new DocumentSet(
                joined(sales),
                joined(production),
                joined(components),
                joined(receipts),
                joined(purchases),
                joined(bought),
                joined(subcontracts),
                joined(picks),
                joined(deliveries),
                Map.of(),
                Map.of());
    }

    private <T> CompletableFuture<List<T>> ask(Form<T> form, Function<Form<?>, Query> question) {
        return later(() -> client.all(question.apply(form), form.reader()));
    }

    private <T> CompletableFuture<T> later(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw e;
        }
    }

    private void complete(DocumentSet found, Map<Long, String> texts, Map<String, MaterialMaster> masters) {
        texts.putAll(auxTexts(auxIds(found)));
        masters.putAll(masters(codes(found)));
    }

    private Map<Long, String> auxTexts(Collection<Long> ids) {
        var texts = new HashMap<Long, String>();
        for (var part : parts(ids)) {
            var query = new Query(
                    "BD_FLEXSITEMDETAILV",
                    List.of("FID", "FF100001", "FF100002.FName"),
                    Filters.inNumbers("FID", part),
                    "FID");
            for (var row : client.all(query, row -> row)) {
                var text = row.isEmpty(1) ? row.text(2) : row.text(1);
                if (!text.isEmpty()) texts.put(row.id(0), text);
            }
        }
        return texts;
    }

    private Map<String, MaterialMaster> masters(Collection<String> codes) {
        var masters = new HashMap<String, MaterialMaster>();
        for (var part : parts(codes)) {
            var query = new Query(
                    "BD_MATERIAL",
                    List.of(
                            "FNumber",
                            "FName",
                            "FSpecification",
                            "FMaterialGroup",
                            "FCategoryID.FName",
                            "FIsPurchase",
                            "FErpClsID"),
                    Filters.in("FNumber", part),
                    "FMATERIALID");
            for (var row : client.all(query, row -> row)) {
                var master = new MaterialMaster(
                        row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5), row.text(6));
                masters.put(master.code(), master);
            }
        }
        return masters;
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        var list = List.copyOf(all);
        var parts = new ArrayList<List<T>>();
        for (int at = 0; at < list.size(); at += MOST_IN_LIST) {
            parts.add(list.subList(at, Math.min(list.size(), at + MOST_IN_LIST)));
        }
        return parts;
    }

    private static DocumentSet withMasters(
            DocumentSet set, Map<Long, String> texts, Map<String, MaterialMaster> masters) {
        return new DocumentSet(
                set.salesOrders(),
                set.productionOrders(),
                set.components(),
                set.productionReceipts(),
                set.purchaseOrders(),
                set.purchaseReceipts(),
                set.subcontractOrders(),
                set.picks(),
                set.deliveries(),
                Map.copyOf(texts),
                Map.copyOf(masters));
    }

    /// From every form that can become a line of an answer: a variant that is bought only must have its text too.
    private static Set<Long> auxIds(DocumentSet set) {
        var ids = new HashSet<Long>();
        set.salesOrders().forEach(line -> ids.add(line.auxId()));
        set.productionOrders().forEach(line -> ids.add(line.auxId()));
        set.components().forEach(line -> ids.add(line.auxId()));
        set.productionReceipts().forEach(line -> ids.add(line.auxId()));
        set.purchaseOrders().forEach(line -> ids.add(line.auxId()));
        set.purchaseReceipts().forEach(line -> ids.add(line.auxId()));
        set.subcontractOrders().forEach(line -> ids.add(line.auxId()));
        set.picks().forEach(line -> ids.add(line.auxId()));
        set.deliveries().forEach(line -> ids.add(line.auxId()));
        ids.remove(0L);
        return ids;
    }

    private static Set<String> codes(DocumentSet set) {
        var codes = new HashSet<String>();
        set.salesOrders().forEach(line -> codes.add(line.material().code()));
        set.productionOrders().forEach(line -> codes.add(line.material().code()));
        set.components().forEach(line -> codes.add(line.material().code()));
        set.productionReceipts().forEach(line -> codes.add(line.material().code()));
        set.purchaseOrders().forEach(line -> codes.add(line.material().code()));
        set.purchaseReceipts().forEach(line -> codes.add(line.material().code()));
        set.subcontractOrders().forEach(line -> codes.add(line.material().code()));
        set.picks().forEach(line -> codes.add(line.material().code()));
        set.deliveries().forEach(line -> codes.add(line.material().code()));
        codes.remove("");
        return codes;
    }
}
