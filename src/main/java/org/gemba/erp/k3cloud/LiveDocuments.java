package org.gemba.erp.k3cloud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gemba.erp.Customer;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpForm;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.MtoMatch;
import org.gemba.erp.SalesOrderLine;
import org.gemba.platform.error.AppError;

/// What Gemba asks the ERP about, in Gemba's own records. All forms of one question are asked side by side, and one
/// that fails fails the question: half an answer is none.
public final class LiveDocuments {
    private static final int CODES_AT_ONCE = 100;

    private final K3CloudClient client;
    private final ExecutorService threads;

    /// @param threads for waiting; the client bounds how many calls go out at once
    public LiveDocuments(K3CloudClient client, ExecutorService threads) {
        this.client = client;
        this.threads = threads;
    }

    /// The documents that a look-up of the number brings, by the connection's rule of matching.
    public DocumentSet matching(String mtoNumber) {
        var match = client.settings().match();
        return all(
                form -> mtoFilter(form, key -> Filters.matching(key, mtoNumber, match)),
                line -> match.matches(mtoNumber, line.mtoNumber()));
    }

    /// The documents of exactly these numbers.
    public DocumentSet of(Collection<String> mtoNumbers) {
        var wanted = new HashSet<String>();
        mtoNumbers.forEach(number -> wanted.add(MtoMatch.folded(number)));
        return all(
                form -> mtoFilter(form, key -> Filters.in(key, mtoNumbers)),
                line -> wanted.contains(MtoMatch.folded(line.mtoNumber())));
    }

    /// The lines of one form alone, for a second look.
    public List<? extends DocumentLine> of(ErpForm form, Collection<String> mtoNumbers) {
        var spec = client.form(form);
        return told(() -> Decoder.lines(form, client.query(spec, mtoFilter(spec, key -> Filters.in(key, mtoNumbers)))));
    }

    /// Whether the form has any row at all that counts.
    public boolean hasRows(ErpForm form) {
        return client.hasRows(form);
    }

    /// The MTO numbers that a form's documents created or changed in the half-open interval bear, each with the last
    /// such day. A form without the date field says nothing.
    public Map<String, LocalDate> touched(ErpForm form, boolean created, LocalDate from, LocalDate to) {
        var dateName = created ? "created" : "modified";
        var spec = client.form(form);
        if (!spec.has(dateName)) return Map.of();
        var narrow = spec.only("entryId", "mto", "headerMto", dateName);
        var unfiltered = new FormSpec(narrow.form(), narrow.fields(), "", narrow.isOptional());
        return told(() ->
                latest(client.query(unfiltered, Filters.between(spec.key(dateName), from, to)), dateName, from));
    }

    private static Map<String, LocalDate> latest(List<K3Row> rows, String dateName, LocalDate from) {
        var numbers = new HashMap<String, LocalDate>();
        for (var row : rows) {
            var number = Decoder.mto(row);
            var day = row.date(dateName);
            if (number.isEmpty()) continue;
            numbers.merge(number, day == null ? from : day, (a, b) -> a.isAfter(b) ? a : b);
        }
        return numbers;
    }

    /// The MTO numbers of sales orders that are not closed.
    public Set<String> open() {
        var spec = client.form(ErpForm.SALES_ORDER);
        var filter = spec.has("closed1") ? Filters.equal(spec.key("closed1"), "A") : "";
        var numbers = new HashSet<String>();
        for (var row : client.query(spec.only("entryId", "mto", "headerMto"), filter)) {
            if (!Decoder.mto(row).isEmpty()) numbers.add(Decoder.mto(row));
        }
        return numbers;
    }

    /// The texts of auxiliary attributes: the specification text, else the colour. Ids without a text are absent; 0 is
    /// never asked for.
    public Map<Long, String> auxTexts(Collection<Long> ids) {
        var texts = new TreeMap<Long, String>();
        var spec = client.form(ErpForm.AUX_TEXT);
        for (var part :
                parts(ids.stream().filter(id -> id > 0).distinct().sorted().toList())) {
            for (var row : client.query(spec, Filters.inNumbers(spec.key("entryId"), part))) {
                var text = row.isEmpty("text") ? row.text("colour") : row.text("text");
                if (!text.isEmpty()) texts.put(told(() -> row.id("entryId")), text);
            }
        }
        return texts;
    }

    public Map<String, MaterialMaster> materials(Collection<String> codes) {
        var masters = new TreeMap<String, MaterialMaster>();
        var spec = client.form(ErpForm.MATERIAL);
        for (var part : parts(codes.stream()
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList())) {
            for (var row : client.query(spec, Filters.in(spec.key("code"), part))) {
                masters.put(row.text("code"), Decoder.material(row));
            }
        }
        return masters;
    }

    public List<Customer> customers() {
        return customers("");
    }

    /// The customers whose invite code the ERP takes for this one; its comparison may ignore case.
    ///
    /// @throws AppError.NotConfigured when the customer form has no field for it
    public List<Customer> invitedBy(String code) {
        var spec = client.form(ErpForm.CUSTOMER);
        if (!spec.has("inviteCode")) {
            throw new AppError.NotConfigured(
                    "erp", "The ERP's customer form has no field for invite codes; set KINGDEE_INVITE_FIELD.");
        }
        return customers(Filters.equal(spec.key("inviteCode"), code));
    }

    private List<Customer> customers(String filter) {
        return client.query(client.form(ErpForm.CUSTOMER), filter).stream()
                .map(row -> new Customer(
                        row.text("id"),
                        row.text("code"),
                        row.text("name"),
                        row.text("inviteCode"),
                        !row.text("forbidden").equals("B")))
                .filter(customer -> !customer.number().isEmpty())
                .toList();
    }

    /// The sales order lines of one customer.
    ///
    /// @param billNo only of this order; empty for all
    /// @throws AppError.NotConfigured when the sales form does not tell whose an order is
    public List<SalesOrderLine> salesOf(String customerNumber, String billNo) {
        var spec = client.form(ErpForm.SALES_ORDER);
        if (!spec.has("customerNumber")) {
            throw new AppError.NotConfigured(
                    "erp",
                    "The ERP's sales form has no customer number; set KINGDEE_FIELD_SAL_SaleOrder_customerNumber.");
        }
        var filter = Filters.equal(spec.key("customerNumber"), customerNumber);
        if (!billNo.isEmpty()) filter = Filters.both(filter, Filters.equal(spec.key("bill"), billNo));
        var rows = client.query(spec, filter);
        return told(() -> Decoder.lines(ErpForm.SALES_ORDER, rows)).stream()
                .map(SalesOrderLine.class::cast)
                .filter(line -> line.customerNumber().equals(customerNumber))
                .toList();
    }

    private DocumentSet all(Function<FormSpec, String> filter, Predicate<DocumentLine> wanted) {
        var asked = new EnumMap<ErpForm, CompletableFuture<List<DocumentLine>>>(ErpForm.class);
        for (var form : ErpForm.DOCUMENTS) {
            var spec = client.form(form);
            var condition = filter.apply(spec);
            asked.put(
                    form,
                    CompletableFuture.supplyAsync(
                            () -> Decoder.lines(form, client.query(spec, condition)).stream()
                                    .filter(wanted)
                                    .toList(),
                            threads));
        }
        return new DocumentSet(
                lines(asked, ErpForm.SALES_ORDER),
                lines(asked, ErpForm.PRODUCTION_ORDER),
                lines(asked, ErpForm.COMPONENT_LIST),
                lines(asked, ErpForm.PRODUCTION_RECEIPT),
                lines(asked, ErpForm.PURCHASE_ORDER),
                lines(asked, ErpForm.PURCHASE_RECEIPT),
                lines(asked, ErpForm.SUBCONTRACT_ORDER),
                lines(asked, ErpForm.PICKING),
                lines(asked, ErpForm.DELIVERY));
    }

    @SuppressWarnings("unchecked")
    private static <T extends DocumentLine> List<T> lines(
            Map<ErpForm, CompletableFuture<List<DocumentLine>>> asked, ErpForm form) {
        return (List<T>) joined(java.util.Objects.requireNonNull(asked.get(form)));
    }

    private static <T> T told(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ErpFailure e) {
            throw e.told();
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AppError told) throw told;
            if (e.getCause() instanceof ErpFailure failure) throw failure.told();
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw e;
        }
    }

    private static String mtoFilter(FormSpec spec, Function<String, String> condition) {
        var conditions = new ArrayList<String>();
        conditions.add(condition.apply(spec.key("mto")));
        if (spec.has("headerMto")) conditions.add(condition.apply(spec.key("headerMto")));
        return Filters.either(conditions);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += CODES_AT_ONCE) {
            parts.add(all.subList(i, Math.min(all.size(), i + CODES_AT_ONCE)));
        }
        return parts;
    }
}
