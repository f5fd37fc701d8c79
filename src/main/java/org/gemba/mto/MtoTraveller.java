package org.gemba.mto;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.PrintedDocument;
import org.gemba.platform.print.QrCode;
import org.gemba.platform.print.ReportTemplate;
import org.gemba.platform.print.Reports;

/// The sheet that travels with an order through the factory: what it is, its QR code, its materials and how far each
/// is.
public final class MtoTraveller {
    private static final ReportTemplate TEMPLATE =
            new ReportTemplate(MtoTraveller.class, "print/traveller.jrxml", "org.gemba.mto.messages");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int QR_PIXELS = 360;

    private final Reports reports;
    private final Texts texts;
    private final Supplier<ZoneId> zone;

    public MtoTraveller(Reports reports, Texts texts, Supplier<ZoneId> zone) {
        this.reports = reports;
        this.texts = texts;
        this.zone = zone;
    }

    /// Takes seconds the first time.
    ///
    /// @param printedAt the time that the footer says
    public PrintedDocument print(MtoStatus status, Locale locale, Instant printedAt) {
        var rows = status.lines().stream().map(line -> row(line, locale)).toList();
        return reports.fill(TEMPLATE, locale, header(status, locale, printedAt), rows);
    }

    private Map<String, Object> header(MtoStatus status, Locale locale, Instant printedAt) {
        var parent = status.parent();
        var type = parent.type();
        var source = texts.text(locale, "mto.source." + status.source().word());
        return Map.of(
                "mtoNumber", status.mtoNumber(),
                "customer", parent.customerName().isEmpty() ? "—" : parent.customerName(),
                "delivery",
                        parent.deliveryDate() == null
                                ? "—"
                                : parent.deliveryDate().toString(),
                "orderType", word(locale, "market", type.market()) + " · " + word(locale, "purpose", type.purpose()),
                "asOf", texts.text(locale, "mto.traveller.asof", time(status.asOf()), source),
                "printedAt", texts.text(locale, "mto.traveller.printed", time(printedAt)),
                "qr", QrCode.image(status.mtoNumber(), QR_PIXELS));
    }

    private String word(Locale locale, String kind, Enum<?> value) {
        return texts.text(locale, "mto." + kind + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone.get()));
    }

    private Map<String, Object> row(MtoLine line, Locale locale) {
        var fulfilment = line.fulfilment();
        var over = fulfilment.overPicked();
        var row = new LinkedHashMap<String, Object>();
        row.put("code", line.materialCode());
        row.put(
                "name",
                line.specification().isEmpty()
                        ? line.materialName()
                        : line.materialName() + "\n" + line.specification());
        row.put("variant", line.auxText());
        row.put("type", line.type().label());
        row.put("demand", number(fulfilment.demand()));
        row.put("fulfilled", number(fulfilment.fulfilled()));
        row.put("rate", percent(fulfilment.rate()));
        row.put("picked", line.picked().isKnown() ? number(line.picked().value()) : "–");
        row.put(
                "note",
                over != null && over.signum() > 0 ? texts.text(locale, "mto.traveller.over", number(over)) : "");
        row.put("bad", fulfilment.isOverPicked());
        return row;
    }

    private static String number(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }

    /// Rounded down: 99.9 % is not done.
    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(0, RoundingMode.DOWN) + " %";
    }
}
