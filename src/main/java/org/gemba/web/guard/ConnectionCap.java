package org.gemba.web.guard;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/// Closes a new connection of an address that holds too many already, so that one machine cannot keep all others out.
/// Configured proxies speak for many and are exempt; this machine itself may hold more.
public final class ConnectionCap implements Connection.Listener {
    private static final int MOST = 200;
    private static final int MOST_OF_LOOPBACK = 2_000;

    private final Set<InetAddress> proxies;
    private final ConcurrentHashMap<InetAddress, Integer> open = new ConcurrentHashMap<>();

    public ConnectionCap(Set<InetAddress> proxies) {
        this.proxies = proxies;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer)) return;
        var address = peer.getAddress();
        int count = open.merge(address, 1, Integer::sum);
        int most = address.isLoopbackAddress() ? MOST_OF_LOOPBACK : MOST;
        if (count > most && !proxies.contains(address)) connection.getEndPoint().close();
    }

    @Override
    public void onClosed(Connection connection) {
        if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer)) return;
        open.computeIfPresent(peer.getAddress(), (address, count) -> count <= 1 ? null : count - 1);
    }
}
