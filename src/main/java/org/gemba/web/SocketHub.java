package org.gemba.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gemba.access.ApiFamily;
import org.gemba.access.Callers;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.gemba.web.guard.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Every open socket: how many there may be, whether their callers still have a session, whether the other end lives.
final class SocketHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("org.gemba.web.access");
    private static final int MOST = 500;
    private static final int MOST_OF_ONE_ADDRESS = 20;

    /// What a client is told when the server itself refuses a message.
    record Fault(String type, String code, String message) {}

    private record Ended(String type) {}

    private final Callers callers;
    private final Tongues tongues;
    private final Clock clock;
    private final SocketTimings timings;
    private final Set<OpenSocket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticks = Threads.scheduled("sockets");

    SocketHub(Callers callers, Tongues tongues, Clock clock, SocketTimings timings) {
        this.callers = callers;
        this.tongues = tongues;
        this.clock = clock;
        this.timings = timings;
        every(timings.check(), this::check);
        every(timings.ping(), () -> open.forEach(OpenSocket::heartbeat));
    }

    private void every(Duration pause, Runnable work) {
        ticks.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("the sockets could not be looked after", e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    Callers callers() {
        return callers;
    }

    JsonMapper json(ApiFamily family) {
        return tongues.of(family).json();
    }

    long now() {
        return clock.millis();
    }

    /// @throws AppError.RateLimited when the address, or all together, hold as many as may be
    void admit(String address) {
        var network = ClientAddress.network(address);
        long own = open.stream()
                .filter(each -> ClientAddress.network(each.address()).equals(network))
                .count();
        if (own >= MOST_OF_ONE_ADDRESS || open.size() >= MOST) {
            throw new AppError.RateLimited("Too many open sockets", Duration.ofSeconds(10));
        }
    }

    void opened(OpenSocket socket) {
        open.add(socket);
    }

    void closed(OpenSocket socket, int status) {
        if (!open.remove(socket)) return;
        LOG.info(
                "WS {} {} {}ms {} {}",
                socket.route().path(),
                status,
                now() - socket.opened(),
                LogText.escaped(socket.caller().username()),
                socket.address());
    }

    /// The private close code that the family's clients know for a caller who is nobody (any more).
    int unauthenticated(SocketRoute route) {
        return route.family() == ApiFamily.INVENTORY ? 4001 : 4401;
    }

    private void check() {
        long now = now();
        for (var socket : open) {
            if (now - socket.lastHeard() > timings.silence().toMillis()) {
                socket.drop("gives no sign of life");
            } else if (socket.isLoggedIn()) {
                checkCaller(socket);
            } else if (now - socket.opened() > timings.login().toMillis()) {
                socket.close(1008, "no login came");
            }
        }
    }

    private void checkCaller(OpenSocket socket) {
        var token = socket.token();
        if (token == null) return;
        var route = socket.route();
        try {
            var caller = callers.of(token, route.family());
            if (route.permission() != null) caller.require(route.permission());
            socket.known(caller);
        } catch (AppError.Unauthenticated | AppError.Forbidden e) {
            socket.send(new Ended("auth_expired"));
            socket.close(unauthenticated(route), "the session has ended");
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        for (var socket : open) socket.close(1001, "the server ends");
    }
}
