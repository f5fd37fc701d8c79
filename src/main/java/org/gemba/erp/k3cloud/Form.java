package org.gemba.erp.k3cloud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One form of the ERP as Gemba reads it.
///
/// @param mtoFields the entry's MTO field, and after it the header's where a form has one
/// @param status the condition that leaves drafts out; empty for none
/// @param entryKey the entry id, which alone among the fields carries its entity's name
record Form<T>(
        String id,
        List<String> mtoFields,
        String status,
        String entryKey,
        List<String> fields,
        Function<Row, T> reader) {
    static final String NO_DRAFTS = "FDocumentStatus IN ('B','C','D')";

    /// Everything about these MTO numbers and nothing else.
    Query of(Collection<String> mtoNumbers) {
        var conditions =
                mtoFields.stream().map(field -> Filters.in(field, mtoNumbers)).toList();
        return new Query(id, fields, Filters.both(Filters.any(conditions), status), entryKey);
    }

    /// One MTO number with its sub-orders, or with everything that begins so.
    Query about(String mtoNumber, boolean plainPrefix) {
        var conditions = mtoFields.stream()
                .map(field -> plainPrefix
                        ? field + " LIKE " + Filters.quoted(mtoNumber + "%")
                        : "(" + field + " = " + Filters.quoted(mtoNumber) + " OR " + field + " LIKE "
                                + Filters.quoted(mtoNumber + "-%") + ")")
                .toList();
        return new Query(id, fields, Filters.both(Filters.any(conditions), status), entryKey);
    }

    /// The MTO numbers that were created or changed in a half-open interval of days, drafts included: what became
    /// unapproved must be read again too.
    Query touched(LocalDate from, LocalDate to) {
        var within =
                Filters.any(List.of(Filters.within("FCreateDate", from, to), Filters.within("FModifyDate", from, to)));
        var fields = new ArrayList<>(mtoFields);
        fields.add("FCreateDate");
        fields.add("FModifyDate");
        return new Query(id, fields, within, entryKey);
    }

    /// A row that {@link #touched} brought: the entry's number, else the header's, and the day of its last change.
    Touched touched(Row row) {
        int dates = mtoFields.size();
        var created = row.day(dates);
        var modified = row.day(dates + 1);
        var last = modified == null ? created : modified;
        for (int column = 0; column < dates; column++) {
            if (!row.isEmpty(column)) return new Touched(row.text(column), last);
        }
        return new Touched("", last);
    }

    record Touched(String mtoNumber, @Nullable LocalDate lastChange) {}
}
