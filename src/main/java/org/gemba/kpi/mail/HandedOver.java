package org.gemba.kpi.mail;

/// How far a mail came that was not taken.
public sealed interface HandedOver {
    /// The server has surely not taken it: it can be sent again.
    record No(String why) implements HandedOver {}

    /// All of it was written, and the connection ended before the server answered.
    record Unclear(String why) implements HandedOver {}

    record Yes() implements HandedOver {}
}
