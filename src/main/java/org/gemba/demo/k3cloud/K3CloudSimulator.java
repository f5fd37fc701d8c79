package org.gemba.demo.k3cloud;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gemba.demo.loopback.LoopbackServer;

/// A K3Cloud server on loopback: `LoginByAppSecret`, `ValidateUser`, `ExecuteBillQuery`, `BillQuery`; faults on
/// command;
/// a log of the calls. `/admin/…` takes the same commands over HTTP (see {@link Admin}).
public final class K3CloudSimulator implements AutoCloseable {
    private final K3CloudService service;
    private final LoopbackServer server;

    private K3CloudSimulator(DocumentSource source, K3CloudOptions options) {
        service = new K3CloudService(source, options);
        server = LoopbackServer.start(
                "k3cloud-simulator",
                options.port(),
                Map.of("/k3cloud/", service::answer, "/admin/", new Admin(service)::answer));
    }

    public static K3CloudSimulator start(DocumentSource source) {
        return start(source, K3CloudOptions.DEFAULT);
    }

    /// @throws java.io.UncheckedIOException when the port is taken
    public static K3CloudSimulator start(DocumentSource source, K3CloudOptions options) {
        return new K3CloudSimulator(source, options);
    }

    /// The address for `KINGDEE_SERVER_URL`; ends in `/k3cloud/`.
    public URI url() {
        return server.url().resolve("/k3cloud/");
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

    /// Stops listening: connections are refused until {@link #comeBack()}. Faults are forgotten.
    public void goDown() {
        service.faults().clear();
        server.goDown();
    }

    /// Listens again on the same port.
    public void comeBack() {
        server.comeBack();
    }

    @Override
    public void close() {
        goDown();
        server.close();
    }
}
