package org.gemba.platform.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.jdt.JRJdtCompiler;
import org.jspecify.annotations.Nullable;

/// Layouts ready to be filled. A layout lies beside its compiled form, which carries the digest of the layout that it
/// was made from; a compiled form of another layout is not taken, and the layout is compiled instead, which costs
/// seconds.
final class Layouts {
    private static final String MADE_FROM = "org.gemba.made.from";

    private Layouts() {}

    static JasperReport load(JasperReportsContext context, ReportTemplate template) {
        try {
            var source = bytes(template, template.file());
            if (source == null) throw new IllegalStateException("there is no layout " + template.file());
            var compiled = bytes(template, template.file().replace(".jrxml", ".jasper"));
            if (compiled != null) {
                var report = (JasperReport) JRLoader.loadObject(context, new ByteArrayInputStream(compiled));
                if (isCurrent(report, source)) return report;
            }
            return compile(context, source);
        } catch (JRException e) {
            throw new IllegalStateException("the report " + template.file() + " cannot be compiled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JasperReport compile(JasperReportsContext context, byte[] source) throws JRException {
        var design = JRXmlLoader.load(context, new ByteArrayInputStream(source));
        design.setProperty(MADE_FROM, digest(source));
        return new JRJdtCompiler(context).compileReport(design);
    }

    /// True when the compiled form was made from this layout.
    static boolean isCurrent(JasperReport compiled, byte[] source) {
        return digest(source).equals(compiled.getProperty(MADE_FROM));
    }

    private static byte @Nullable [] bytes(ReportTemplate template, String file) throws IOException {
        try (InputStream in = template.owner().getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String digest(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
