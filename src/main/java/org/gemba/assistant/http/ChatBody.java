package org.gemba.assistant.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of `POST /api/chat/stream`.
///
/// @param mode `mto` (also when absent) or `analytics`
/// @param mtoContext an answer of `GET /api/mto/{mto_number}`; its items may also be called `children`
record ChatBody(
        List<Message> messages,
        @Nullable String mode,
        @Nullable JsonNode mtoContext) {
    /// @param role `user` or `assistant`; a `system` message counts as the user's, since only Gemba instructs the model
    record Message(String role, String content) {}
}
