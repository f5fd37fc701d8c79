package org.gemba.platform.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/// Sockets that look at the address in the instant of connecting, so that no spelling of a host, no second look-up
/// and no shortcut of the client's comes past the check.
final class GuardedSockets extends SocketFactory {
    private final Predicate<InetAddress> allowed;

    GuardedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
        return new Guarded(allowed);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class Guarded extends Socket {
        private final Predicate<InetAddress> allowed;

        Guarded(Predicate<InetAddress> allowed) {
            this.allowed = allowed;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress to) || to.isUnresolved() || !allowed.test(to.getAddress())) {
                throw new ConnectException("not allowed");
            }
            super.connect(endpoint, timeout);
        }
    }
}
