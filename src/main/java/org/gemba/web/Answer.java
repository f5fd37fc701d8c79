package org.gemba.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a route gives back. A handler that returns anything else means {@link Body} with status 200.
public sealed interface Answer {
    /// Header name to value, in order.
    Map<String, String> headers();

    /// A value that the family's dialect wraps into its envelope.
    record Body(int status, @Nullable Object value, Map<String, String> headers) implements Answer {
        public Body with(String header, Object text) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, text.toString());
            return new Body(status, value, more);
        }
    }

    /// A value that leaves as plain JSON without any envelope, for documented exceptions and pages of our own.
    record Bare(int status, Object value, Map<String, String> headers) implements Answer {
        public Bare with(String header, Object text) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, text.toString());
            return new Bare(status, value, more);
        }
    }

    /// Something to be shown rather than saved, an image for example. A client that names the same `ETag` again gets
    /// 304 and no content.
    ///
    /// @param etag what changes when the content does, without quotation marks; null for none
    record Inline(String contentType, @Nullable String etag, Writer writer, Map<String, String> headers)
            implements Answer {}

    /// A file. The name is sent as `attachment; filename="…"; filename*=UTF-8''…`.
    record Download(String fileName, String contentType, Writer writer, Map<String, String> headers)
            implements Answer {}

    /// An event stream, written and flushed event by event until the writer returns.
    record Events(EventWriter writer, Map<String, String> headers) implements Answer {}

    static Body ok(@Nullable Object value) {
        return new Body(200, value, Map.of());
    }

    static Body status(int status, @Nullable Object value) {
        return new Body(status, value, Map.of());
    }

    /// 201, for what was made.
    static Body created(@Nullable Object value) {
        return status(201, value);
    }

    /// 202, for what was only begun.
    static Body accepted(@Nullable Object value) {
        return status(202, value);
    }

    static Bare bare(Object value) {
        return new Bare(200, value, Map.of());
    }

    static Inline inline(String contentType, @Nullable String etag, byte[] content) {
        return new Inline(contentType, etag, out -> out.write(content), Map.of());
    }

    static Download download(String fileName, String contentType, Writer writer) {
        return new Download(fileName, contentType, writer, Map.of());
    }

    static Events events(EventWriter writer) {
        return new Events(writer, Map.of());
    }

    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    interface EventWriter {
        void write(EventSink sink) throws Exception;
    }

    /// Takes the events of one stream. Every call is on the wire when it returns.
    interface EventSink {
        /// Sends one `data:` line with the value as JSON.
        ///
        /// @throws IOException when the client has gone; the writer should stop what it is doing
        void send(Object event) throws IOException;
    }
}
