package org.gemba.web;

import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One WebSocket address of one API. The server checks origin, caller, right, sizes and pace, keeps the line alive and
/// ends it with the caller's session; the feature sees messages only.
///
/// @param permission the right that it asks for; null when any valid token of the family will do
/// @param login how the caller says who it is
public record SocketRoute(
        String path,
        ApiFamily family,
        String summary,
        @Nullable Permission permission,
        Login login,
        Handler handler) {

    public enum Login {
        /// By `Authorization` header or by the query's `token`, before the connection becomes a WebSocket: 401 and 403
        /// are proper answers of HTTP.
        BEFORE,
        /// By `Authorization` header, else by a first message `{"type": "auth", "token": …}` within a few seconds.
        FIRST_MESSAGE
    }

    @FunctionalInterface
    public interface Handler {
        /// Called once the caller is known. What it sends here arrives first.
        Listener opened(Socket socket);
    }

    /// Hears one socket; its methods are called one after the other.
    public interface Listener {
        /// What it throws is answered as an error message; the socket stays open.
        void message(ObjectNode message);

        /// Something came that is no JSON object.
        void unreadable();

        /// Every half minute, for clients that want to see a sign of life in messages.
        default void heartbeat() {}

        /// The socket has gone, for whatever reason.
        default void closed() {}
    }
}
