package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gemba.fx.Formats;
import org.gemba.fx.Language;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiValue;

/// Figures in the words of the screen.
final class FigureTexts {
    private FigureTexts() {}

    static String titleKey(KpiName kpi) {
        return "kpi.name." + kpi.code();
    }

    /// With its unit.
    static String value(KpiName kpi, Formats formats, BigDecimal number) {
        return switch (kpi) {
            case WIP_AGING, PPM, DPMO -> formats.number(number);
            default -> formats.number(number) + " %";
        };
    }

    /// What was put in for missing data, or why nothing is known; empty for neither.
    static String remark(Language language, KpiValue value) {
        if (!value.isKnown())
            return language.now("kpi.unknown." + value.kpi().name().toLowerCase(Locale.ROOT));
        if (!value.isInferred()) return "";
        var fields = value.inferred().stream()
                .map(field -> language.now("kpi.inferred." + field))
                .collect(Collectors.joining(", "));
        return language.now("kpi.report.estimated", fields);
    }
}
