package org.gemba.web;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One connection, public only because Jetty calls it by reflection: takes messages in at a bounded pace, sends them
/// out through a bounded queue.
public final class OpenSocket implements Session.Listener.AutoDemanding, Socket {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSocket.class);
    private static final int MOST_WAITING = 500;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MESSAGES_A_MINUTE = 120;
    private static final int BAD_MESSAGES = 3;

    private final SocketHub hub;
    private final SocketRoute route;
    private final String address;
    private final UUID id = UUID.randomUUID();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int charactersWaiting;
    private boolean sending;
    private volatile @Nullable String token;
    private volatile @Nullable Caller caller;
    private volatile @Nullable Session session;
    private volatile SocketRoute.@Nullable Listener listener;
    private volatile long lastHeard;
    private final long opened;
    private long minute;
    private int messages;
    private int bad;

    /// @param token null when the caller still has to log in by message
    OpenSocket(SocketHub hub, SocketRoute route, String address, @Nullable String token, @Nullable Caller caller) {
        this.hub = hub;
        this.route = route;
        this.address = address;
        this.token = token;
        this.caller = caller;
        this.opened = hub.now();
        this.lastHeard = opened;
    }

    SocketRoute route() {
        return route;
    }

    String address() {
        return address;
    }

    long opened() {
        return opened;
    }

    long lastHeard() {
        return lastHeard;
    }

    boolean isLoggedIn() {
        return caller != null;
    }

    @Nullable
    String token() {
        return token;
    }

    void known(Caller now) {
        caller = now;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Caller caller() {
        var known = caller;
        return known == null ? Caller.nobody() : known;
    }

    @Override
    public Optional<Instant> expires() {
        var known = token;
        return known == null ? Optional.empty() : hub.callers().ends(known, route.family());
    }

    @Override
    public void onWebSocketOpen(Session opening) {
        session = opening;
        hub.opened(this);
        if (caller != null) begin();
    }

    private void begin() {
        listener = route.handler().opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        lastHeard = hub.now();
        if (isTooFast()) {
            close(1008, "too many messages");
            return;
        }
        var message = read(text);
        var hearing = listener;
        if (hearing == null) login(message);
        else hear(hearing, message);
    }

    private boolean isTooFast() {
        long now = hub.now() / 60_000;
        if (now != minute) {
            minute = now;
            messages = 0;
        }
        return ++messages > MESSAGES_A_MINUTE;
    }

    private @Nullable ObjectNode read(String text) {
        try {
            return hub.json(route.family()).readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private void login(@Nullable JsonNode message) {
        var given = message == null || !message.path("type").asString("").equals("auth")
                ? ""
                : message.path("token").asString("");
        try {
            var known = hub.callers().of(given, route.family());
            if (route.permission() != null) known.require(route.permission());
            token = given;
            caller = known;
            begin();
        } catch (AppError.Unauthenticated | AppError.Forbidden e) {
            send(new SocketHub.Fault("error", "AUTHENTICATION_REQUIRED", String.valueOf(e.getMessage())));
            close(hub.unauthenticated(route), "authentication");
        }
    }

    private void hear(SocketRoute.Listener hearing, @Nullable ObjectNode message) {
        try {
            if (message == null) hearing.unreadable();
            else hearing.message(message);
        } catch (AppError e) {
            send(new SocketHub.Fault("error", e.code(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("a message on {} failed unexpectedly", route.path(), e);
            send(new SocketHub.Fault("error", "INTERNAL_ERROR", "Internal server error"));
        }
    }

    void heartbeat() {
        var open = session;
        if (open == null || !open.isOpen()) return;
        open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        var hearing = listener;
        if (hearing != null) hearing.heartbeat();
    }

    @Override
    public void send(Object message) {
        var text = hub.json(route.family()).writeValueAsString(message);
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING || charactersWaiting + text.length() > MOST_CHARACTERS) {
                drop("reads too slowly");
                return;
            }
            waiting.add(text);
            charactersWaiting += text.length();
            if (sending) return;
            sending = true;
        }
        sendNext();
    }

    private void sendNext() {
        String next;
        synchronized (waiting) {
            var polled = waiting.poll();
            if (polled == null) {
                sending = false;
                return;
            }
            next = polled;
            charactersWaiting -= next.length();
        }
        var open = session;
        if (open != null) open.sendText(next, Callback.from(this::sendNext, failure -> open.disconnect()));
    }

    @Override
    public void refuse(Object answer) {
        send(answer);
        if (++bad >= BAD_MESSAGES) close(1008, "too many messages that make no sense");
    }

    @Override
    public void close(int code, String reason) {
        var open = session;
        if (open != null) open.close(code, reason, Callback.NOOP);
    }

    /// Ends the connection without a farewell, which would only wait behind what is not read.
    void drop(String why) {
        LOG.info("socket {} of {} at {} {}", route.path(), LogText.escaped(caller().username()), address, why);
        var open = session;
        if (open != null) open.disconnect();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        lastHeard = hub.now();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        lastHeard = hub.now();
        var open = session;
        if (open != null) open.sendPong(payload, Callback.NOOP);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(1003, "text only");
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("socket {} failed: {}", route.path(), cause.toString());
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        hub.closed(this, status);
        var hearing = listener;
        if (hearing != null) hearing.closed();
        callback.succeed();
    }
}
