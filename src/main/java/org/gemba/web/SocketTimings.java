package org.gemba.web;

import java.time.Duration;

/// @param login until then a socket that logs in by message must have done so
/// @param check how often callers are asked for again
/// @param ping how often the other end must show a sign of life
/// @param silence after which it is taken for gone
record SocketTimings(Duration login, Duration check, Duration ping, Duration silence) {
    static final SocketTimings STANDARD = new SocketTimings(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(75));
}
