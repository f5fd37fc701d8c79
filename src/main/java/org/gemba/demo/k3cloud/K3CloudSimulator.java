package org.gemba.demo.k3cloud;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.gemba.platform.Threads;
import org.jspecify.annotations.Nullable;

/// A K3Cloud server on loopback: `LoginByAppSecret`, `ValidateUser`, `ExecuteBillQuery`, `BillQuery`; faults on
/// command;
/// a log of the calls. `/admin/…` takes the same commands over HTTP (see {@link Admin}).
public final class K3CloudSimulator implements AutoCloseable {
    private final K3CloudService service;
    private final ExecutorService threads = Threads.virtual("k3cloud-simulator");
    private @Nullable HttpServer server;
    private int port;

    private K3CloudSimulator(DocumentSource source, K3CloudOptions options) {
        service = new K3CloudService(source, options);
        port = options.port();
    }

    public static K3CloudSimulator start(DocumentSource source) {
        return start(source, K3CloudOptions.DEFAULT);
    }

    /// @throws UncheckedIOException when the port is taken
    public static K3CloudSimulator start(DocumentSource source, K3CloudOptions options) {
        var simulator = new K3CloudSimulator(source, options);
        simulator.comeBack();
        return simulator;
    }

    /// The address for `KINGDEE_SERVER_URL`; ends in `/k3cloud/`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/k3cloud/");
    }

    public Account account() {
        return service.account();
    }

    public Faults faults() {
        return service.faults();
    }

    /// The calls so far, oldest first; the last few thousand are kept.
    public List<K3CloudCall> calls() {
        return service.calls().list();
    }

    public void forgetCalls() {
        service.calls().clear();
    }

    /// Answers from other documents from now on.
    public void use(DocumentSource source) {
        service.use(source);
    }

    /// Every session ends; the next query is told to log in again.
    public void expireSessions() {
        service.sessions().closeAll();
    }

    /// Stops listening: connections are refused until {@link #comeBack()}.
    public synchronized void goDown() {
        var running = server;
        if (running == null) return;
        service.faults().clear();
        running.stop(0);
        server = null;
    }

    /// Listens again on the same port.
    public synchronized void comeBack() {
        if (server != null) return;
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/k3cloud/", service::answer);
            started.createContext("/admin/", new Admin(this)::answer);
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
