package org.gemba.web;

/// Another program listens on the port already; the message is the one line that people see.
public final class PortInUse extends RuntimeException {
    private final int port;

    public PortInUse(String bind, int port, Throwable cause) {
        super("Port " + port + " on " + bind + " is in use by another program; choose another with --port.", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
