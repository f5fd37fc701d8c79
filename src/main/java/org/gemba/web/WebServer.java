package org.gemba.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.gemba.access.Callers;
import org.gemba.platform.Threads;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.tls.TlsIdentity;
import org.gemba.web.guard.ClientAddress;
import org.gemba.web.guard.ConnectionCap;
import org.gemba.web.guard.HostGuard;
import org.gemba.web.limit.RateLimits;

/// The embedded HTTP server: five API families on one port, each answering in its own form.
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 200;
    private static final int IDLE_MILLIS = 30_000;
    private static final int MOST_MESSAGE = 64 * 1024;
    private static final int MOST_FRAMES = 64;
    private static final Duration SOCKET_IDLE = Duration.ofMinutes(5);
    private static final int HEADER_BYTES = 8 * 1024;
    /// What is running may finish; the whole program has ten seconds to end.
    private static final long STOP_MILLIS = 6_000;

    private final WebSettings settings;
    private final Optional<TlsIdentity> tls;
    private final RouteTable routes;
    private final UploadFolder uploads;
    private final Pipeline pipeline;
    private final Failures failures;
    private final AccessLog accessLog;
    private final Entrance entrance;
    private final SocketHub hub;
    private final SocketDoor door;
    private final Pages pages;
    private final JettyErrors jettyErrors;
    private final ExecutorService threads = Threads.virtual("http");
    private final Javalin javalin;

    public WebServer(
            WebSettings settings,
            List<Route> routes,
            List<SocketRoute> sockets,
            Callers callers,
            MeterRegistry meters,
            Clock clock) {
        this(settings, Optional.empty(), Optional.empty(), routes, sockets, callers, meters, clock);
    }

    /// @param once where answers under an `Idempotency-Key` are kept; without it such keys are passed over
    /// @param tls with it the server speaks https and tells whoever speaks http so
    public WebServer(
            WebSettings settings,
            Optional<TlsIdentity> tls,
            Optional<AnswersOnce> once,
            List<Route> routes,
            List<SocketRoute> sockets,
            Callers callers,
            MeterRegistry meters,
            Clock clock) {
        this(settings, tls, once, routes, sockets, callers, meters, new CallHistory(clock), clock);
    }

    /// @param calls takes note of every call to a route
    public WebServer(
            WebSettings settings,
            Optional<TlsIdentity> tls,
            Optional<AnswersOnce> once,
            List<Route> routes,
            List<SocketRoute> sockets,
            Callers callers,
            MeterRegistry meters,
            CallHistory calls,
            Clock clock) {
        this(settings, tls, once, routes, sockets, callers, meters, calls, clock, SocketTimings.STANDARD);
    }

    WebServer(
            WebSettings settings,
            Optional<TlsIdentity> tls,
            Optional<AnswersOnce> once,
            List<Route> routes,
            List<SocketRoute> sockets,
            Callers callers,
            MeterRegistry meters,
            Clock clock,
            SocketTimings timings) {
        this(settings, tls, once, routes, sockets, callers, meters, new CallHistory(clock), clock, timings);
    }

    private WebServer(
            WebSettings settings,
            Optional<TlsIdentity> tls,
            Optional<AnswersOnce> once,
            List<Route> routes,
            List<SocketRoute> sockets,
            Callers callers,
            MeterRegistry meters,
            CallHistory calls,
            Clock clock,
            SocketTimings timings) {
        this.settings = settings;
        this.tls = tls;
        this.routes = new RouteTable(routes);
        var addresses = new ClientAddress(settings.proxies());
        var tongues = new Tongues(settings.zone());
        var answers = new Answers(clock, tongues);
        var limits = new RateLimits(clock, settings.limits());
        this.uploads = UploadFolder.make();
        var origins = new Origins(settings.origins());
        this.pipeline = new Pipeline(
                callers, limits, addresses, clock, tongues, answers, uploads.path(), origins, new Repetition(once));
        this.failures = new Failures(this.routes, addresses, answers);
        this.accessLog = new AccessLog(addresses, meters, calls);
        var hosts = new HostGuard(settings, clock);
        this.entrance = new Entrance(hosts, origins, addresses, tls.isPresent());
        this.hub = new SocketHub(callers, tongues, clock, timings);
        this.door = new SocketDoor(List.copyOf(sockets), hub, hosts, origins, addresses, tongues, clock);
        this.jettyErrors = new JettyErrors(tongues, clock);
        this.pages = new Pages(settings, this.routes.routes(), sockets, addresses);
        this.javalin = Javalin.create(this::configure);
    }

    /// Listens from here on.
    ///
    /// @throws PortInUse when another program has the port
    public WebServer start() {
        try {
            javalin.start();
            return this;
        } catch (JavalinBindException e) {
            threads.close();
            hub.close();
            uploads.close();
            throw new PortInUse(settings.bind(), settings.port(), e);
        }
    }

    /// The port that it listens on, also when the settings left the choice to the system.
    public int port() {
        return javalin.port();
    }

    Path uploads() {
        return uploads.path();
    }

    public List<Route> routes() {
        return routes.routes();
    }

    /// Takes no more requests, lets the running ones finish for a few seconds, then ends them.
    @Override
    public void close() {
        hub.close();
        javalin.stop();
        threads.shutdownNow();
        uploads.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = false;
        config.http.maxRequestSize = Long.MAX_VALUE;
        config.http.defaultContentType = "application/json";
        config.jetty.threadPool = threadPool();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(jettyErrors);
        });
        config.jetty.modifyServletContextHandler(this::context);
        config.jetty.addConnector((server, http) -> connector(server, http));
        config.requestLogger.http((ctx, milliseconds) -> accessLog.done(ctx, milliseconds));
        config.routes.before(entrance::admit);
        config.routes.exception(Exception.class, failures::answer);
        config.routes.exception(io.javalin.http.HttpResponseException.class, failures::answer);
        for (var route : routes.routes()) register(config, route);
        pages.register(config.routes);
    }

    private void context(ServletContextHandler context) {
        context.setErrorHandler(jettyErrors);
        context.addFilter(new FilterHolder(door), "/*", EnumSet.of(DispatcherType.REQUEST));
        JettyWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
            container.setMaxTextMessageSize(MOST_MESSAGE);
            container.setMaxFrameSize(MOST_MESSAGE);
            container.setMaxBinaryMessageSize(MOST_MESSAGE);
            container.setMaxOutgoingFrames(MOST_FRAMES);
            container.setIdleTimeout(SOCKET_IDLE);
        });
    }

    private void register(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(
                HandlerType.findOrCreate(route.method()), route.path(), ctx -> pipeline.run(ctx, route));
        if (route.method().equals("GET")) {
            config.routes.head(route.path(), ctx -> pipeline.run(ctx, route));
        }
    }

    private QueuedThreadPool threadPool() {
        var pool = new QueuedThreadPool(MOST_THREADS, 8, 60_000);
        pool.setName("http-io");
        pool.setVirtualThreadsExecutor(threads);
        return pool;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        var connector = connector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(new ConnectionCap(settings.proxies()));
        return connector;
    }

    private ServerConnector connector(Server server, HttpConnectionFactory plain) {
        if (tls.isEmpty()) return new ServerConnector(server, plain);
        plain.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
        var context = new SslContextFactory.Server();
        context.setKeyStore(tls.get().keys());
        context.setKeyStorePassword(tls.get().password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var encrypted = new SslConnectionFactory(context, plain.getProtocol());
        return new ServerConnector(server, new DetectorConnectionFactory(encrypted), plain);
    }
}
