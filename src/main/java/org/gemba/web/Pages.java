package org.gemba.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.guard.ClientAddress;
import org.gemba.web.openapi.OpenApi;

/// What people open in a browser: the landing page, the OpenAPI document and the page that shows it. Everything comes
/// from this program, nothing from outside. The document is for this machine's users; other machines get it only when
/// the setting `GEMBA_DOCS_ON_LAN` says so.
final class Pages {
    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String OURS = "/org/gemba/web/pages/";
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui-bundle.js", SWAGGER,
            "swagger-ui.css", SWAGGER,
            "favicon-32x32.png", SWAGGER,
            "init.js", OURS);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final WebSettings settings;
    private final ClientAddress addresses;
    private final byte[] document;
    private final Landing landing;

    Pages(WebSettings settings, List<Route> routes, List<SocketRoute> sockets, ClientAddress addresses) {
        this.settings = settings;
        this.addresses = addresses;
        this.document = OpenApi.of(routes, sockets, Landing.version())
                .toString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        this.landing = new Landing(settings, routes, new Texts(List.of("web")));
    }

    void register(RoutesConfig routes) {
        both(
                routes,
                "/",
                ctx -> html(
                        ctx,
                        landing.page(
                                JavalinCall.Languages.preferred(ctx.header("Accept-Language")),
                                ctx.req().getLocalPort())));
        both(
                routes,
                "/openapi.json",
                guarded(ctx -> ctx.contentType("application/json").result(document)));
        both(
                routes,
                "/docs",
                guarded(ctx ->
                        html(ctx, new String(resource(OURS + "docs.html"), java.nio.charset.StandardCharsets.UTF_8))));
        both(routes, "/ui/docs/{file}", guarded(Pages::asset));
    }

    private static void both(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private Handler guarded(Handler handler) {
        return ctx -> {
            var address = Exchange.of(ctx, addresses).clientAddress();
            if (!settings.documentsOnLan() && !isLoopback(address)) throw new Refusal(Kind.NO_ROUTE, "Not found");
            handler.handle(ctx);
        };
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void html(Context ctx, String page) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    private static void asset(Context ctx) throws IOException {
        var name = ctx.pathParam("file");
        var folder = ASSETS.get(name);
        if (folder == null) throw new Refusal(Kind.NO_ROUTE, "Not found");
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.contentType(type(name)).result(resource(folder + name));
    }

    private static String type(String name) {
        if (name.endsWith(".js")) return "text/javascript; charset=utf-8";
        return name.endsWith(".css") ? "text/css; charset=utf-8" : "image/png";
    }

    private static byte[] resource(String path) throws IOException {
        try (var in = Objects.requireNonNull(Pages.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }
}
