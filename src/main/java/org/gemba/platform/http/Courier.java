package org.gemba.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the calls to one target: repeats what may be repeated, caps the answer, measures, and logs one line without
/// secrets.
final class Courier implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    private final Target target;
    private final String agent;
    private final MeterRegistry meters;
    private final CountDownLatch closing;

    Courier(Target target, String agent, MeterRegistry meters, CountDownLatch closing) {
        this.target = target;
        this.agent = agent;
        this.meters = meters;
        this.closing = closing;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = named(chain.request());
        int tries = Retry.isRepeatable(request) ? target.retry().attempts() : 1;
        for (int attempt = 1; ; attempt++) {
            var last = attempt == tries;
            try {
                var response = once(chain, request, attempt);
                if (last || !PASSING.contains(response.code())) return CappedBody.cap(response, target);
                var wait = waitAfter(attempt, response.header("Retry-After"));
                response.close();
                pause(chain, wait);
            } catch (IOException e) {
                if (last || chain.call().isCanceled() || e instanceof AnswerTooLarge) throw e;
                pause(chain, waitAfter(attempt, null));
            }
        }
    }

    private Response once(Chain chain, Request request, int attempt) throws IOException {
        long begin = System.nanoTime();
        var outcome = "failed";
        try {
            var response = chain.proceed(request);
            outcome = response.code() / 100 + "xx";
            return response;
        } catch (IOException e) {
            if (isTimeOut(e, System.nanoTime() - begin)) outcome = "timeout";
            throw e;
        } finally {
            long took = System.nanoTime() - begin;
            Timer.builder("gemba.outbound")
                    .tag("target", target.name())
                    .tag("outcome", outcome)
                    .register(meters)
                    .record(took, TimeUnit.NANOSECONDS);
            if (LOG.isDebugEnabled()) {
                LOG.debug(
                        "{} {} {} {} {} ms, try {}",
                        target.name(),
                        request.method(),
                        Redaction.of(request.url().toString()),
                        outcome,
                        TimeUnit.NANOSECONDS.toMillis(took),
                        attempt);
            }
        }
    }

    /// The call's own time-out looks like a cancellation from inside.
    private boolean isTimeOut(IOException failure, long nanos) {
        return failure instanceof InterruptedIOException
                || (!target.call().isZero() && nanos >= target.call().toNanos() * 9 / 10);
    }

    private Request named(Request request) {
        if (request.header("User-Agent") != null) return request;
        return request.newBuilder().header("User-Agent", agent).build();
    }

    private Duration waitAfter(int attempt, @Nullable String retryAfter) {
        var longest = target.retry().longestWait();
        var wait = target.retry().firstWait().multipliedBy(1L << Math.min(attempt - 1, 20));
        long jitter = wait.toMillis() / 4;
        if (jitter > 0) wait = wait.plusMillis(ThreadLocalRandom.current().nextLong(jitter));
        if (retryAfter != null && retryAfter.matches("\\d{1,6}")) {
            var asked = Duration.ofSeconds(Long.parseLong(retryAfter));
            if (asked.compareTo(wait) > 0) wait = asked;
        }
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /// Waits, unless the program ends or the call is cancelled meanwhile.
    private void pause(Chain chain, Duration wait) throws IOException {
        try {
            if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) throw new IOException("the program ends");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (chain.call().isCanceled()) throw new IOException("Canceled");
    }
}
