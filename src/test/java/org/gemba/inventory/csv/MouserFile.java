package org.gemba.inventory.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/// A sales order of Mouser as its site exports it: old Excel, one sheet, prices as text, and the unit price once more
/// where the line's price should be.
public final class MouserFile {
    private static final String HEADER = "Sales Order #:|Web Order #:|PO Number:|Line No.|Order Date:|Order Status:"
            + "|Mouser #:|Mfr. #:|Desc.:|Customer #|Order Qty.|Ext. (USD)|Price (USD)|Status|Date|Invoice #"
            + "|Tariff: Price (USD)|Tariff: Ext. (USD)";
    private static final String START = "271360826|90012345|PO-7||13-Aug-24|Shipped|";

    private MouserFile() {}

    public static byte[] bytes() {
        return of(
                List.of(
                        "595-NE555DR|NE555DR|Timers & Support Products Timers & Support Products Single Precision|J1|10|$0.43|$0.43",
                        "81-GRM188R71C104KA1D|GRM188R71C104KA01D|Multilayer Ceramic Capacitors MLCC - SMD/SMT Multilayer"
                                + " Ceramic Capacitors MLCC - SMD/SMT 0.1uF 16volts||100|$0.016|$0.016",
                        "712-BAT-HLD-001|BAT-HLD-001,BULK|Coin Cell Battery Holders Coin Cell Battery Holders CR2032||1,000|$0.265|$0.265"));
    }

    private static byte[] of(List<String> lines) {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("Sheet1");
            var titles = HEADER.split("\\|");
            var head = sheet.createRow(0);
            for (int index = 0; index < titles.length; index++)
                head.createCell(index).setCellValue(titles[index]);
            for (int line = 0; line < lines.size(); line++) {
                var cells = (START.replace("||", "|" + (line + 1) + "|") + lines.get(line)).split("\\|", -1);
                var row = sheet.createRow(line + 1);
                for (int index = 0; index < cells.length; index++)
                    row.createCell(index).setCellValue(cells[index]);
            }
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
