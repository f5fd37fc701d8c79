package org.gemba.platform.http;

import java.time.Duration;

/// One system outside, and how it may be called.
///
/// @param name short and stable, for metrics and logs: `erp`, `llm`, `wechat`
/// @param connect the longest wait for a connection
/// @param read the longest silence while an answer is on its way
/// @param call the longest time from the first byte out to the last byte in, with all repetitions; zero for no limit,
///     as a stream needs it
/// @param retry how often a call that may be repeated is repeated
/// @param maxAnswerBytes an answer with more bytes, after decompression, fails
public record Target(String name, Duration connect, Duration read, Duration call, Retry retry, long maxAnswerBytes) {
    private static final long TEN_MEGABYTES = 10L * 1024 * 1024;

    /// No repetitions, answers of up to 10 MB.
    public static Target of(String name, Duration connect, Duration call) {
        return new Target(name, connect, call, call, Retry.NONE, TEN_MEGABYTES);
    }

    public Target withRetry(Retry more) {
        return new Target(name, connect, read, call, more, maxAnswerBytes);
    }

    public Target withMaxAnswer(long bytes) {
        return new Target(name, connect, read, call, retry, bytes);
    }

    /// For answers that go on and on: only silence ends them.
    public Target streaming() {
        return new Target(name, connect, read, Duration.ZERO, retry, maxAnswerBytes);
    }
}
