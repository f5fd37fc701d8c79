package org.gemba.demo.llm;

/// What the simulator does with one request instead of answering sensibly.
public sealed interface Behaviour {
    /// Answers exactly this text: hostile SQL, two statements, no SQL at all.
    record Say(String text) implements Behaviour {}

    /// Answers an error of the vendor's shape, for example 429 or 500.
    record Fail(int status, String message) implements Behaviour {}

    /// Ends a stream after so many pieces, without `[DONE]`.
    record BreakOff(int afterPieces) implements Behaviour {}

    /// Answers an HTML page with status 200.
    record Garbage() implements Behaviour {}
}
