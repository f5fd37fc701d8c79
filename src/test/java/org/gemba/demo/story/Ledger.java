package org.gemba.demo.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gemba.demo.k3cloud.FormKind;
import org.gemba.demo.k3cloud.Forms;

/// Every document written so far, by form, with its numbers; becomes the CSV files.
final class Ledger {
    private static final Map<FormKind, String> PREFIXES = Map.of(
            Forms.SALES_ORDER, "XSDD",
            Forms.PRODUCTION_ORDER, "SCDD",
            Forms.COMPONENT_LIST, "PPBOM",
            Forms.PRODUCTION_RECEIPT, "SCRKD",
            Forms.PURCHASE_ORDER, "CGDD",
            Forms.PURCHASE_RECEIPT, "CGRKD",
            Forms.SUBCONTRACT_ORDER, "WWDD",
            Forms.PICKING, "SCLLD",
            Forms.DELIVERY, "XSCKD");

    private final LocalDate lastDay;
    private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    private final Map<String, Long> counters = new HashMap<>();

    Ledger(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /// One bill: rows that share its number, its status and its day.
    final class Bill {
        private final FormKind form;
        private final String number;
        private final long id;
        private final LocalDateTime created;
        private LocalDateTime modified;
        private String status = "C";
        private String cancelled = "A";
        private final List<Map<String, String>> entries = new ArrayList<>();

        private Bill(FormKind form, String number, long id, LocalDateTime created) {
            this.form = form;
            this.number = number;
            this.id = id;
            this.created = created;
            this.modified = created;
        }

        String number() {
            return number;
        }

        Bill status(String letter) {
            status = letter;
            entries.forEach(entry -> entry.put("FDocumentStatus", letter));
            return this;
        }

        Bill cancel() {
            cancelled = "B";
            entries.forEach(entry -> entry.put("FCancelStatus", "B"));
            return this;
        }

        /// The bill was changed that day: its lines tell so.
        Bill changed(LocalDate day) {
            var at = time(day);
            if (at.isAfter(modified)) modified = at;
            entries.forEach(entry -> entry.put("FModifyDate", modified.toString()));
            return this;
        }

        Map<String, String> line(String mto, String material, long aux, Object... keysAndValues) {
            var entry = new LinkedHashMap<String, String>();
            entry.put("FID", Long.toString(id));
            entry.put(form.entryKey(), Long.toString(next(form.id() + " entry", 100_001)));
            entry.put("FBillNo", number);
            entry.put(
                    form.position("FMtoNo") >= 0 ? "FMtoNo" : form.position("FMTONo") >= 0 ? "FMTONo" : "FMTONO", mto);
            entry.put("FDocumentStatus", status);
            entry.put("FCancelStatus", cancelled);
            entry.put("FDate", created.toLocalDate().toString());
            entry.put("FCreateDate", created.toString());
            entry.put("FModifyDate", modified.toString());
            entry.put("FApproveDate", created.toString());
            entry.put("FMaterialId.FNumber", material);
            entry.put("FAuxPropId", Long.toString(aux));
            set(entry, keysAndValues);
            entries.add(entry);
            rows.computeIfAbsent(form.id(), none -> new ArrayList<>()).add(entry);
            return entry;
        }
    }

    Bill bill(FormKind form, LocalDate day) {
        long count = next(form.id(), 1201);
        return new Bill(form, PREFIXES.get(form) + "%06d".formatted(count), 300_000 + count, time(day));
    }

    /// A row of a master form.
    void master(FormKind form, Object... keysAndValues) {
        var row = new LinkedHashMap<String, String>();
        if (form != Forms.AUX_TEXT) row.put(form.entryKey(), Long.toString(next(form.id(), 5001)));
        set(row, keysAndValues);
        rows.computeIfAbsent(form.id(), none -> new ArrayList<>()).add(row);
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    List<Map<String, String>> rows(FormKind form) {
        return rows.getOrDefault(form.id(), List.of());
    }

    /// The text of each file by its name.
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        rows.forEach((form, found) -> {
            var header = new ArrayList<>(found.stream()
                    .flatMap(row -> row.keySet().stream())
                    .distinct()
                    .toList());
            var text = new StringBuilder(String.join(",", header)).append('\n');
            for (var row : found)
                text.append(header.stream()
                                .map(key -> quoted(row.getOrDefault(key, "")))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            files.put("erp/" + form + ".csv", text.toString());
        });
        return files;
    }

    static void set(Map<String, String> row, Object... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2)
            row.put(keysAndValues[i].toString(), text(keysAndValues[i + 1]));
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            var plain = number.stripTrailingZeros();
            return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /// Working hours, now and then just before midnight; on the story's last day just after it, so that no document is
    /// younger than the moment when the demo starts.
    private LocalDateTime time(LocalDate day) {
        long n = next("time", 1);
        if (!day.isBefore(lastDay)) return day.atTime(0, (int) (n % 5), (int) (n % 60));
        if (n % 41 == 0) return day.atTime(23, 59, (int) (n % 60));
        return day.atTime(8 + (int) (n % 10), (int) (n * 7 % 60), 1 + (int) (n * 13 % 59));
    }

    private long next(String counter, long first) {
        return counters.merge(counter, first, (old, ignored) -> old + 1);
    }
}
