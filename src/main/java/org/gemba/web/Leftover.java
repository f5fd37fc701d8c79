package org.gemba.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a client still sends of a body that was refused. It gets its answer at once; then, as long as it goes on
/// sending and within limits, the rest is taken and thrown away, because a client that is cut off while it sends never
/// reads the answer.
final class Leftover {
    private static final String MARK = "gemba.leftover";
    private static final long MOST = 64L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final long LOOK_AGAIN_MILLIS = 5;

    private Leftover() {}

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    static void answerAndDrain(Context ctx) {
        try {
            var answer = ctx.resultInputStream();
            if (answer == null) return;
            var bytes = answer.readAllBytes();
            ctx.res().setContentLength(bytes.length);
            ctx.res().getOutputStream().write(bytes);
            ctx.res().flushBuffer();
            ctx.result(new byte[0]);
            drain(ctx.req());
        } catch (IOException | RuntimeException | InterruptedException e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            // The client has gone, or its body is broken; it was told already.
        }
    }

    private static void drain(HttpServletRequest request) throws IOException, InterruptedException {
        var in = request.getInputStream();
        var buffer = new byte[64 * 1024];
        var never = new CountDownLatch(1);
        long begin = System.nanoTime();
        long heard = begin;
        for (long taken = 0; taken < MOST && System.nanoTime() - begin < LONGEST.toNanos(); ) {
            if (in.available() > 0) {
                int count = in.read(buffer);
                if (count < 0) return;
                taken += count;
                heard = System.nanoTime();
            } else if (in.isFinished() || System.nanoTime() - heard > PATIENCE.toNanos()) {
                return;
            } else if (never.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
