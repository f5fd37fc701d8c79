package org.gemba.kpi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gemba.kpi.AbsenceType;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiValue;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.calc.TargetState;
import org.gemba.platform.i18n.Texts;

/// Figures in words of one language. A figure that nobody knows is said to be so.
public final class KpiWords {
    private final Texts texts;
    private final Locale locale;

    public KpiWords(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    String text(String key, Object... arguments) {
        return texts.text(locale, key, arguments);
    }

    public String name(KpiName kpi) {
        return text("kpi.name." + kpi.code());
    }

    /// `29.41 %`, `12.5 d`, `638` or the word for not known.
    public String value(KpiValue value) {
        return value.shown()
                .map(number -> number(number) + unit(value.kpi()))
                .orElseGet(() -> text("kpi.report.unknown"));
    }

    private String unit(KpiName kpi) {
        return switch (kpi) {
            case WIP_AGING -> " " + text("kpi.report.days");
            case PPM, DPMO -> "";
            default -> " %";
        };
    }

    /// `%`, `d` or nothing.
    public String unitName(KpiName kpi) {
        return unit(kpi).strip();
    }

    String absence(AbsenceType type) {
        return text("kpi.absence." + lower(type));
    }

    public String state(TargetState state) {
        return text("kpi.state." + lower(state));
    }

    String shift(ShiftType shift) {
        return text("kpi.shift." + lower(shift));
    }

    public String reason(DowntimeReason reason) {
        return text("kpi.reason." + lower(reason));
    }

    /// What was put in for missing fields, in words.
    public String estimate(KpiValue value) {
        var fields = value.inferred().stream().map(this::field).collect(Collectors.joining(", "));
        return text("kpi.report.estimated", fields);
    }

    public String field(String field) {
        return text("kpi.inferred." + field);
    }

    public String number(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number;
        int scale = Math.max(0, Math.min(plain.scale(), 4));
        return String.format(Locale.ROOT, "%,." + scale + "f", plain);
    }

    String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    String hours(BigDecimal minutes) {
        return number(
                minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
