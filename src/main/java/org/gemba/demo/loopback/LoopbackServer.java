package org.gemba.demo.loopback;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.gemba.platform.Threads;
import org.jspecify.annotations.Nullable;

/// The JDK's HTTP server on a loopback port, a virtual thread for each request; can go away and come back on its port.
public final class LoopbackServer implements AutoCloseable {
    static {
        // Read once when the JDK's server is first used. Without it an answer that does not fit one buffer waits 40 ms
        // for the acknowledgement of its own head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Map<String, HttpHandler> handlers;
    private final ExecutorService threads;
    private @Nullable HttpServer server;
    private int port;

    private LoopbackServer(String name, int port, Map<String, HttpHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
        this.port = port;
        threads = Threads.virtual(name);
    }

    /// @param port 0 takes a free one
    /// @param handlers by the beginning of the path
    /// @throws UncheckedIOException when the port is taken
    public static LoopbackServer start(String name, int port, Map<String, HttpHandler> handlers) {
        var started = new LoopbackServer(name, port, handlers);
        started.comeBack();
        return started;
    }

    /// `http://127.0.0.1:port`, without a path; the same for the life of the server.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Stops listening and drops what is being answered: connections are refused.
    public synchronized void goDown() {
        var running = server;
        if (running == null) return;
        running.stop(0);
        server = null;
    }

    /// Listens again on the same port.
    public synchronized void comeBack() {
        if (server != null) return;
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            handlers.forEach(started::createContext);
            started.setExecutor(threads);
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goDown();
        threads.shutdownNow();
    }
}
