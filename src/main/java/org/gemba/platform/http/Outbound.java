package org.gemba.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.gemba.platform.Threads;

/// Builds the clients with which Gemba calls systems outside. They share one pool of connections, which ends with the
/// program. Logs hold method, address without secrets, outcome and time, never headers or bodies; the timer
/// `gemba.outbound` has the tags `target` and `outcome` (`2xx` … `5xx`, `timeout`, `failed`).
public final class Outbound implements AutoCloseable {
    private static final int CALLS = 64;
    private static final int CALLS_PER_HOST = 16;

    private final ExecutorService threads = Threads.virtual("outbound");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final MeterRegistry meters;
    private final String agent;
    private final OkHttpClient base;

    /// @param version the program's, for the `User-Agent`
    public Outbound(MeterRegistry meters, String version) {
        this.meters = meters;
        this.agent = "Gemba/" + version;
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CALLS);
        dispatcher.setMaxRequestsPerHost(CALLS_PER_HOST);
        this.base = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CALLS_PER_HOST, 1, TimeUnit.MINUTES))
                .followSslRedirects(false)
                .build();
    }

    /// A client for one system. It has no cookies of its own and does not follow redirects from https to http.
    public OkHttpClient client(Target target) {
        return builder(target).build();
    }

    OkHttpClient.Builder builder(Target target) {
        return base.newBuilder()
                .connectTimeout(target.connect())
                .readTimeout(target.read())
                .writeTimeout(target.read())
                .callTimeout(target.call())
                // OkHttp's own silent repetition sends a lost POST twice
                .retryOnConnectionFailure(target.retry().attempts() > 1)
                .addInterceptor(new Courier(target, agent, meters, closing));
    }

    /// Cancels what is under way and lets go of every connection.
    @Override
    public void close() {
        closing.countDown();
        base.dispatcher().cancelAll();
        base.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
