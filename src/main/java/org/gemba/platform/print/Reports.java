package org.gemba.platform.print;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/// Fills report templates, which are shipped compiled. The first call loads the library and takes a second or more:
/// make
/// it off the FX thread.
public final class Reports {
    static final String FONTS = "org/gemba/platform/fonts/NotoSansSC-";

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final Map<ReportTemplate, JasperReport> layouts = new ConcurrentHashMap<>();

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
            var report = layouts.computeIfAbsent(template, each -> Layouts.load(context, each));
            return new PrintedDocument(
                    context, JasperFillManager.getInstance(context).fill(report, parameters, source));
        } catch (JRException e) {
            throw new IllegalStateException("the report " + template.file() + " cannot be filled", e);
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
