package org.gemba.platform.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.jdt.JRJdtCompiler;
import org.jspecify.annotations.Nullable;

/// Fills report templates. A template is compiled at its first use, by a compiler that is a library, because an
/// installed program has none of the JDK's. Calls take seconds the first time: make them off the FX thread.
public final class Reports {
    static final String FONTS = "org/gemba/platform/fonts/NotoSansSC-";

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final Map<ReportTemplate, JasperReport> compiled = new ConcurrentHashMap<>();

    public Reports() {
        context.setExtensions(FontFamily.class, List.of(notoSans()));
    }

    /// @param values the template's parameters
    /// @param rows one map a line, with the template's fields
    public PrintedDocument fill(
            ReportTemplate template,
            Locale locale,
            Map<String, ? extends @Nullable Object> values,
            Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
        var parameters = new HashMap<String, Object>(values);
        parameters.put(JRParameter.REPORT_LOCALE, locale);
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, bundle(template, locale));
        try {
            var source = new JRMapCollectionDataSource(List.<Map<String, ?>>copyOf(rows));
            var report = compiled.computeIfAbsent(template, this::compile);
            return new PrintedDocument(
                    context, JasperFillManager.getInstance(context).fill(report, parameters, source));
        } catch (JRException e) {
            throw new IllegalStateException("the report " + template.file() + " cannot be filled", e);
        }
    }

    private JasperReport compile(ReportTemplate template) {
        try (var in = Objects.requireNonNull(template.owner().getResourceAsStream(template.file()))) {
            var design = JRXmlLoader.load(context, in);
            return new JRJdtCompiler(context).compileReport(design);
        } catch (JRException e) {
            throw new IllegalStateException("the report " + template.file() + " cannot be compiled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceBundle bundle(ReportTemplate template, Locale locale) {
        return ResourceBundle.getBundle(
                template.bundle(),
                locale,
                template.owner().getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private FontFamily notoSans() {
        var family = new SimpleFontFamily(context);
        family.setName("Noto Sans SC");
        family.setNormalFace(face("400Regular"));
        family.setBoldFace(face("700Bold"));
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
        return family;
    }

    private SimpleFontFace face(String weight) {
        var face = new SimpleFontFace(context);
        face.setTtf(FONTS + weight + "-gb2312.ttf");
        return face;
    }
}
