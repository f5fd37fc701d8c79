package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.List;

/// A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, quotes around
/// cells that hold either.
record PastedBlock(List<List<String>> rows) {
    static PastedBlock parse(String text) {
        var reader = new Reader(text);
        while (reader.more()) reader.next();
        return new PastedBlock(reader.done());
    }

    private static final class Reader {
        private final String text;
        private final List<List<String>> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> row = new ArrayList<>();
        private boolean quoted;
        private int at;

        Reader(String text) {
            this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        }

        boolean more() {
            return at < text.length();
        }

        void next() {
            char c = text.charAt(at++);
            if (quoted) {
                inQuotes(c);
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == '\t') {
                endCell();
            } else if (c == '\n') {
                endRow();
            } else {
                cell.append(c);
            }
        }

        private void inQuotes(char c) {
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                quoted = false;
            }
        }

        private void endCell() {
            row.add(cell.toString());
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            rows.add(List.copyOf(row));
            row = new ArrayList<>();
        }

        List<List<String>> done() {
            if (!cell.isEmpty() || !row.isEmpty()) endRow();
            return List.copyOf(rows);
        }
    }
}
