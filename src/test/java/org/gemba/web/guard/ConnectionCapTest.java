package org.gemba.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.junit.jupiter.api.Test;

class ConnectionCapTest {
    /// An end of a connection in memory that says it comes from an address.
    private static final class End extends ByteArrayEndPoint {
        private final InetSocketAddress from;

        End(String address) {
            this.from = new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return from;
        }
    }

    private static Connection connection(String address) {
        return new AbstractConnection(new End(address), Runnable::run) {
            @Override
            public void onFillable() {}
        };
    }

    private static List<Connection> open(ConnectionCap cap, String address, int count) {
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < count; i++) {
            var connection = connection(address);
            cap.onOpened(connection);
            connections.add(connection);
        }
        return connections;
    }

    private static long alive(List<Connection> connections) {
        return connections.stream().filter(each -> each.getEndPoint().isOpen()).count();
    }

    @Test
    void oneAddressHoldsTwoHundredAndOthersAreServed() {
        var cap = new ConnectionCap(Set.of());
        var greedy = open(cap, "192.168.1.50", 230);
        assertThat(alive(greedy)).isEqualTo(200);
        assertThat(alive(open(cap, "192.168.1.51", 3))).isEqualTo(3);
        greedy.forEach(cap::onClosed);
        assertThat(alive(open(cap, "192.168.1.50", 1))).isEqualTo(1);
    }

    @Test
    void aProxySpeaksForMany() {
        var cap = new ConnectionCap(Set.of(InetAddress.ofLiteral("192.168.1.5")));
        assertThat(alive(open(cap, "192.168.1.5", 300))).isEqualTo(300);
    }
}
