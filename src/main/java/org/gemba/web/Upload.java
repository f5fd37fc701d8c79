package org.gemba.web;

import java.io.IOException;
import java.io.InputStream;

/// One file of a multipart body. It lives as long as the request: what has to stay must be read before the handler
/// returns.
public interface Upload {
    /// The bare name that the client gave it, for showing and for guessing its kind; no folder, no control character.
    /// It is never a place to write to.
    String fileName();

    /// As the client says, in lower case without parameters; empty when it says nothing.
    String contentType();

    /// In bytes.
    long size();

    InputStream open() throws IOException;

    /// All of it, in memory.
    default byte[] bytes() throws IOException {
        try (var in = open()) {
            return in.readAllBytes();
        }
    }
}
