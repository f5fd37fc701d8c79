package org.gemba.demo.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.gemba.platform.Threads;
import org.jspecify.annotations.Nullable;

/// Takes mails over SMTP (RFC 5321) on a loopback port and keeps the latest. It can go away, come back and fail, so
/// that
/// a sender's patience can be tried.
public final class SmtpSink implements AutoCloseable {
    private static final int KEPT = 200;

    /// What happens to the next mails.
    public enum Mood {
        WELL,
        /// Answers 451 to the sender's name: try again later.
        BUSY,
        /// Answers 550 to every recipient.
        REFUSES_RECIPIENTS,
        /// Takes the whole mail and hangs up before it says so.
        HANGS_UP_AFTER_DATA
    }

    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Threads.virtual("smtp-sink");
    private final Clock clock;
    private final int port;
    private volatile Mood mood = Mood.WELL;
    private volatile @Nullable ServerSocket listening;

    private SmtpSink(Clock clock, ServerSocket socket) {
        this.clock = clock;
        this.port = socket.getLocalPort();
        this.listening = socket;
        threads.execute(() -> accept(socket));
    }

    /// Listens on a free port.
    public static SmtpSink start(Clock clock) {
        return new SmtpSink(clock, bind(0));
    }

    private static ServerSocket bind(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /// The latest mails, oldest first.
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    public void be(Mood next) {
        mood = next;
    }

    Mood mood() {
        return mood;
    }

    /// Stops listening and hangs up: connections are refused.
    public synchronized void goDown() {
        close(listening);
        listening = null;
        connections.forEach(SmtpSink::close);
    }

    /// Listens again on the same port.
    public synchronized void comeBack() {
        if (listening != null) return;
        var socket = bind(port);
        listening = socket;
        threads.execute(() -> accept(socket));
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> talk(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            new SmtpSession(this, connection, clock).run();
        } catch (IOException e) {
            // the other end hung up
        } finally {
            connections.remove(connection);
        }
    }

    void take(ReceivedMail mail) {
        mails.add(mail);
        while (mails.size() > KEPT) mails.removeFirst();
    }

    private static void close(@Nullable AutoCloseable open) {
        if (open == null) return;
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goDown();
        threads.shutdownNow();
    }
}
