package org.gemba.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.Caller;

/// One open WebSocket of a caller who has logged in. Every method may be called from any thread; none waits for the
/// client.
public interface Socket {
    UUID id();

    /// Who is at the other end. Asked again every few seconds, so that a right that was taken away is gone here too.
    Caller caller();

    /// When the caller's token ends, if it does; the socket ends with it.
    Optional<Instant> expires();

    /// Sends a value as JSON in the names of the family. A client that does not read what is sent is cut off before
    /// it fills the memory; nothing happens when it has gone already.
    void send(Object message);

    /// Answers a message that makes no sense; the third such message ends the socket.
    void refuse(Object answer);

    /// @param code of RFC 6455, or 4000 to 4999
    void close(int code, String reason);
}
