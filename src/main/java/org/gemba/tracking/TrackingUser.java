package org.gemba.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who came through WeChat.
///
/// @param openid who it is to WeChat; told to nobody outside
/// @param avatarUrl as the mini program sent it; never fetched
/// @param binding whose orders may be seen; null before an invite code was given
/// @param wantsMessages whether changes of an order's status are to be told
public record TrackingUser(
        UUID id,
        String openid,
        String nickName,
        String avatarUrl,
        @Nullable Binding binding,
        boolean wantsMessages,
        Instant createdAt,
        Instant lastLoginAt) {
    /// The tie to a customer of the ERP.
    ///
    /// @param customerNumber the number that sales orders name
    /// @param customerId the ERP's internal id
    public record Binding(String customerNumber, String customerId, String customerName, Instant boundAt) {}

    /// As tokens and sessions name it.
    public String subject() {
        return SUBJECT + openid;
    }

    static final String SUBJECT = "wx:";

    @Override
    public String toString() {
        return "TrackingUser[" + id + "]";
    }
}
