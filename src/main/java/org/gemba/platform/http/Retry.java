package org.gemba.platform.http;

import java.time.Duration;
import okhttp3.Request;

/// When a failed call is repeated: after no answer, and after 408, 429, 502, 503 and 504. Only GET and HEAD, and
/// requests that their maker declared {@link #repeatable}, since a repeated order is two orders.
///
/// @param attempts all tries together; 1 for no repetition
/// @param firstWait before the second try; doubles each time, with a little chance in it
/// @param longestWait also the limit of what a `Retry-After` may ask for
public record Retry(int attempts, Duration firstWait, Duration longestWait) {
    public static final Retry NONE = new Retry(1, Duration.ZERO, Duration.ZERO);

    private enum Declared {
        REPEATABLE
    }

    public Retry {
        if (attempts < 1) throw new IllegalArgumentException("attempts must be at least 1");
    }

    /// Starts at half a second and waits at most five.
    public static Retry times(int attempts) {
        return new Retry(attempts, Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    /// Declares that the request changes nothing, or the same however often it is made.
    public static Request.Builder repeatable(Request.Builder request) {
        return request.tag(Declared.class, Declared.REPEATABLE);
    }

    static boolean isRepeatable(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD") || request.tag(Declared.class) != null;
    }
}
