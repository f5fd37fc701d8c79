package org.gemba.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One subscribe message and what became of it.
///
/// @param fields WeChat's field names and their texts
/// @param orderNo which order it tells of; null for none
/// @param errorCode WeChat's; null when it gave none
/// @param error what went wrong, for people; null when nothing did
/// @param wechatId WeChat's number of the message; null when it gave none
public record TrackingMessage(
        UUID id,
        UUID userId,
        String openid,
        String templateId,
        Map<String, String> fields,
        String page,
        Origin origin,
        @Nullable String orderNo,
        State state,
        @Nullable Integer errorCode,
        @Nullable String error,
        @Nullable String wechatId,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /// Why it was to be sent.
    public enum Origin {
        /// The mini program asked for it.
        REQUESTED,
        STATUS_CHANGE,
        /// Somebody at the desktop sent it once more.
        RESENT
    }

    /// From QUEUED over SENDING to one of the others, and never back, so that nobody gets it twice.
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        /// WeChat does not let it pass, for example because the user did not subscribe.
        REFUSED,
        /// WeChat could not be reached; it was certainly not sent.
        FAILED,
        /// The answer got lost; it may have been sent.
        UNCLEAR
    }
}
