package org.gemba.platform.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tabular.TableReader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first sheet of an XLS file (Excel 97 to 2003) record by record; formulas give the result that was stored
/// with them.
final class XlsReader implements HSSFListener {
    private static final int DIGITS = 15;

    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this, Locale.ROOT);
    private final Consumer<Row> rows;
    private final List<String> cells = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private int sheets;
    private int row = -1;
    /// Where the text that a formula gave belongs; it follows in a record of its own.
    private int awaited = -1;

    private XlsReader(Consumer<Row> rows) {
        this.rows = rows;
    }

    static void read(byte[] content, Consumer<Row> rows) {
        var reader = new XlsReader(rows);
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var request = new HSSFRequest();
            request.addListenerForAllRecords(reader.formats);
            new HSSFEventFactory().processWorkbookEvents(request, files);
            reader.flush();
        } catch (AppError e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw TableReader.broken("is no readable XLS file");
        }
    }

    @Override
    public void processRecord(Record found) {
        if (found instanceof BOFRecord begin && begin.getType() == BOFRecord.TYPE_WORKSHEET) sheets++;
        if (found instanceof SSTRecord all) texts = all;
        if (sheets != 1) return;
        if (found instanceof StringRecord text && awaited >= 0) set(awaited, text.getString());
        if (found instanceof CellValueRecordInterface cell) {
            awaited = -1;
            if (cell.getRow() != row) flush();
            row = cell.getRow();
            set(cell.getColumn(), text(cell));
        }
    }

    private String text(CellValueRecordInterface cell) {
        return switch (cell) {
            case LabelSSTRecord label ->
                texts == null ? "" : texts.getString(label.getSSTIndex()).getString();
            case LabelRecord label -> label.getValue();
            case NumberRecord number -> number(number, number.getValue());
            case RKRecord number -> number(number, number.getRKNumber());
            case BoolErrRecord truth -> truth.isBoolean() ? String.valueOf(truth.getBooleanValue()) : "";
            case FormulaRecord formula -> result(formula);
            default -> "";
        };
    }

    private String result(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            awaited = formula.getColumn();
            return "";
        }
        double value = formula.getValue();
        return Double.isFinite(value) ? number(formula, value) : "";
    }

    private String number(CellValueRecordInterface cell, double value) {
        if (DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell))
                && DateUtil.isValidExcelDate(value)) {
            var time = DateUtil.getLocalDateTime(value);
            return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
        }
        // A sheet keeps 15 digits; more is the noise of binary fractions.
        var exact = new BigDecimal(value, new MathContext(DIGITS));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private void set(int column, String text) {
        while (cells.size() <= column) cells.add("");
        cells.set(column, text);
    }

    private void flush() {
        while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
        if (!cells.isEmpty()) rows.accept(new Row(row + 1L, List.copyOf(cells)));
        cells.clear();
    }
}
