package org.gemba.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.platform.print.PrintedDocument;
import org.gemba.platform.print.QrCode;
import org.gemba.platform.print.ReportTemplate;
import org.gemba.platform.print.Reports;

/// Invites on paper: one card a customer with the QR code, the code itself and what to do with it.
public final class InvitePrint {
    private static final ReportTemplate TEMPLATE =
            new ReportTemplate(InvitePrint.class, "print/invites.jrxml", "org.gemba.tracking.messages");
    private static final int QR_PIXELS = 400;

    private final Reports reports = new Reports();

    /// What stands beside the code.
    ///
    /// @param label above the code
    /// @param how what to do with it
    public record Words(String label, String how) {}

    /// Takes seconds the first time. Customers without a code are left out.
    public PrintedDocument print(List<TrackingCustomers.Invite> invites, Locale locale, Words words) {
        var rows = invites.stream()
                .filter(invite -> !invite.inviteText().isEmpty())
                .map(InvitePrint::row)
                .toList();
        return reports.fill(TEMPLATE, locale, Map.of("label", words.label(), "how", words.how()), rows);
    }

    private static Map<String, Object> row(TrackingCustomers.Invite invite) {
        var row = new LinkedHashMap<String, Object>();
        row.put("customer", invite.customer().name());
        row.put("number", invite.customer().number());
        row.put("code", invite.inviteCode());
        row.put("qr", QrCode.image(invite.inviteText(), QR_PIXELS));
        return row;
    }
}
