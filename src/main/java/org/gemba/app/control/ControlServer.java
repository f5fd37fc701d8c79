package org.gemba.app.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.gemba.platform.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Takes orders over the socket file of the data folder: one line of JSON in, lines of JSON out.
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final JsonMapper json = new JsonMapper();
    private final Orders orders;
    private final SocketFile file;
    private final UnixDomainSocketAddress address;
    private final ServerSocketChannel channel;
    private final ExecutorService workers = Threads.virtual("control");

    private ControlServer(Path folder, Orders orders) throws IOException {
        this.orders = orders;
        this.file = new SocketFile(folder);
        this.address = file.make();
        this.channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(address);
    }

    /// @param folder the data folder, which only its owner can enter
    public static ControlServer start(Path folder, Orders orders) {
        try {
            var server = new ControlServer(folder, orders);
            Threads.start("control", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The control socket in " + folder + " cannot be made", e);
        }
    }

    private void accept() {
        while (channel.isOpen()) {
            try {
                var client = channel.accept();
                workers.execute(() -> serve(client));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a command could not be taken: {}", e.getMessage());
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
                var out = new OutputStreamWriter(Channels.newOutputStream(client), StandardCharsets.UTF_8)) {
            var line = in.readLine();
            if (line == null) return;
            var order = json.readValue(line, Order.class);
            LOG.info("command {}", order.command());
            int exit = orders.carryOut(order, words -> send(out, new Line(words, null)));
            send(out, new Line(null, exit));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a command was not carried out: {}", e.getMessage());
        }
    }

    private void send(Writer out, Line line) {
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            file.remove(address);
        } catch (IOException e) {
            LOG.warn("the control socket was not removed: {}", e.getMessage());
        }
        workers.shutdownNow();
    }
}
