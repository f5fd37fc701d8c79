package org.gemba.demo.k3cloud;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.demo.k3cloud.Fault.Kind;
import org.jspecify.annotations.Nullable;

/// Answers bill queries from a document source, row by row.
final class Bills {
    private final AtomicInteger turns = new AtomicInteger();

    /// One answer, ready to be written.
    ///
    /// @param rows row numbers of the page, in order
    record Page(FormKind form, FormTable table, BillQuery query, int[] columns, int[] rows) {}

    /// @throws QueryRefused when the form or a field is missing, or the filter has a mistake
    Page find(DocumentSource source, BillQuery query, @Nullable Kind fault) {
        var form = Forms.find(query.formId()).orElseThrow(() -> QueryRefused.noForm(query.formId()));
        int[] columns =
                query.fieldKeys().stream().mapToInt(key -> position(form, key)).toArray();
        var table = source.table(form);
        var found = Selection.of(form, table, FilterParser.parse(form, query.filter()), query.order());
        if (fault == Kind.UNSTABLE_ORDER && query.order().isBlank()) rotate(found);
        int end = query.topRowCount() > 0 ? Math.min(query.topRowCount(), found.length) : found.length;
        int from = Math.min(start(query, fault), end);
        int to = (int) Math.min((long) from + query.limit(), end);
        return new Page(form, table, query, columns, Arrays.copyOfRange(found, from, to));
    }

    /// Writes the page as a list of lists, or of objects by key.
    void write(Page page, boolean asObjects, @Nullable Kind fault, OutputStream out) throws IOException {
        var writer = new RowWriter(out);
        writer.sign('[');
        boolean first = true;
        for (int row : page.rows()) {
            if (!first) writer.sign(',');
            first = false;
            writer.sign(asObjects ? '{' : '[');
            for (int i = 0; i < page.columns().length; i++) {
                if (i > 0) writer.sign(',');
                if (asObjects) writer.key(page.query().fieldKeys().get(i));
                int column = page.columns()[i];
                int place = row * 31 + column * 7;
                if (fault == Kind.WRONG_VALUES && (row + i) % 2 == 1) writer.oddValue();
                else
                    writer.value(page.form().column(column).kind(), page.table().value(row, column), place);
            }
            writer.sign(asObjects ? '}' : ']');
        }
        writer.sign(']');
        writer.flush();
    }

    private static int position(FormKind form, String key) {
        int position = form.position(key);
        if (position < 0) throw QueryRefused.noField(key);
        return position;
    }

    private static int start(BillQuery query, @Nullable Kind fault) {
        if (fault == Kind.OVERLAPPING_PAGE) return Math.max(0, query.startRow() - 10);
        return fault == Kind.REPEATED_PAGE ? 0 : query.startRow();
    }

    private void rotate(int[] rows) {
        if (rows.length < 2) return;
        int by = 1 + turns.getAndIncrement() * 7 % (rows.length - 1);
        int[] copy = rows.clone();
        for (int i = 0; i < rows.length; i++) rows[i] = copy[(i + by) % rows.length];
    }
}
