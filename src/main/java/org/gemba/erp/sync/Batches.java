package org.gemba.erp.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gemba.erp.MtoMatch;

/// Puts MTO numbers into batches. An order and its sub-orders (`MTO-1`, …) go together where they fit, so that a
/// look-up of the order never sees one of them new and another old.
final class Batches {
    private static final int LARGEST = 50;
    private static final Pattern SUB_ORDER = Pattern.compile("(-\\d{1,3})+$");

    private Batches() {}

    static List<Map<String, LocalDate>> of(Map<String, LocalDate> numbers) {
        var families = new TreeMap<String, Map<String, LocalDate>>();
        numbers.forEach((number, day) ->
                families.computeIfAbsent(family(number), any -> new TreeMap<>()).put(number, day));
        var batches = new ArrayList<Map<String, LocalDate>>();
        Map<String, LocalDate> batch = new LinkedHashMap<>();
        for (var family : families.values()) {
            if (!batch.isEmpty() && batch.size() + family.size() > LARGEST) {
                batches.add(batch);
                batch = new LinkedHashMap<>();
            }
            for (var entry : family.entrySet()) {
                if (batch.size() == LARGEST) {
                    batches.add(batch);
                    batch = new LinkedHashMap<>();
                }
                batch.put(entry.getKey(), entry.getValue());
            }
        }
        if (!batch.isEmpty()) batches.add(batch);
        return batches;
    }

    static Set<String> families(Set<String> numbers) {
        var families = new HashSet<String>();
        numbers.forEach(number -> families.add(family(number)));
        return families;
    }

    private static String family(String number) {
        return SUB_ORDER.matcher(MtoMatch.folded(number)).replaceAll("");
    }
}
