package org.gemba.tracking.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes in and out of the routes that are not about orders, as the document prints it.
final class Bodies {
    private Bodies() {}

    record LoggedIn(String token, String userId, Instant expiresAt) {}

    record BindBody(@Nullable String inviteCode, @Nullable String userId) {}

    record Bound(boolean bindStatus, Company companyInfo) {}

    /// @param companyId the customer's number
    /// @param customerId the ERP's internal id
    record Company(String companyId, String companyName, String customerId) {}

    record Profile(ErpBinding erpBinding, Instant sessionExpiresAt, boolean notifications) {}

    record ErpBinding(
            @Nullable String companyId,
            @Nullable String companyName,
            @Nullable String customerId,
            @Nullable Instant boundAt) {}

    /// Whether changes of orders are to be told.
    record Notifications(boolean enabled) {}

    record MessageBody(
            @Nullable String templateId,
            @Nullable Map<String, Field> data,
            @Nullable String page) {}

    record Field(@Nullable String value) {}

    record Sent(String msgid, String status, Instant sendTime) {}
}
