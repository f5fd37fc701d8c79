package org.gemba.platform.print;

import java.awt.Image;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReportsContext;

/// A filled report: pages to look at, a PDF to keep or print.
public final class PrintedDocument {
    private final JasperReportsContext context;
    private final JasperPrint print;

    PrintedDocument(JasperReportsContext context, JasperPrint print) {
        this.context = context;
        this.print = print;
    }

    public int pages() {
        return print.getPages().size();
    }

    /// @param index from 0
    /// @param zoom 1 for 72 dots an inch
    public Image page(int index, float zoom) {
        try {
            return JasperPrintManager.getInstance(context).printPageToImage(print, index, zoom);
        } catch (JRException e) {
            throw new IllegalStateException("page " + (index + 1) + " cannot be drawn", e);
        }
    }

    /// Leaves the stream open.
    public void writePdf(OutputStream out) {
        try {
            JasperExportManager.getInstance(context).exportToPdfStream(print, out);
        } catch (JRException e) {
            throw new IllegalStateException("the PDF cannot be written", e);
        }
    }
}
