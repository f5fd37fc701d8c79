package org.gemba.platform.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.export.JRGraphics2DExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleGraphics2DExporterOutput;
import net.sf.jasperreports.export.SimpleGraphics2DReportConfiguration;

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

    /// Drawn by an exporter of our own, because the library's shorthand forgets the context and with it the fonts.
    ///
    /// @param index from 0
    /// @param zoom 1 for 72 dots an inch
    public BufferedImage page(int index, float zoom) {
        var format = print.getPageFormat(index);
        int width = Math.round(format.getPageWidth() * zoom);
        int height = Math.round(format.getPageHeight() * zoom);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            var output = new SimpleGraphics2DExporterOutput();
            output.setGraphics2D(graphics);
            var part = new SimpleGraphics2DReportConfiguration();
            part.setPageIndex(index);
            part.setZoomRatio(zoom);
            var exporter = new JRGraphics2DExporter(context);
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(output);
            exporter.setConfiguration(part);
            exporter.exportReport();
            return image;
        } catch (JRException e) {
            throw new IllegalStateException("page " + (index + 1) + " cannot be drawn", e);
        } finally {
            graphics.dispose();
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
