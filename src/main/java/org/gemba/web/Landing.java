package org.gemba.web;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.gemba.access.ApiFamily;
import org.gemba.platform.i18n.Texts;

/// The first page: it works without JavaScript and in both languages, and says nothing that a stranger may not know.
final class Landing {
    private static final String STYLE =
            "body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}"
                    + "h1{font-size:1.4rem}h2{font-size:1.05rem}td{padding:.1rem 1.5rem .1rem 0}";

    private final WebSettings settings;
    private final TreeMap<ApiFamily, Integer> operations = new TreeMap<>();
    private final Texts texts;

    Landing(WebSettings settings, List<Route> routes, Texts texts) {
        this.settings = settings;
        this.texts = texts;
        routes.forEach(route -> operations.merge(route.family(), 1, Integer::sum));
    }

    static String version() {
        return Objects.requireNonNullElse(Landing.class.getPackage().getImplementationVersion(), "0");
    }

    String page(Locale locale, int port) {
        var page = new StringBuilder("<!doctype html><html lang=\"")
                .append(locale.toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>Gemba</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(text(locale, "running"))
                .append("</h1><p>")
                .append(text(locale, "version", version()))
                .append("</p><h2>")
                .append(text(locale, "apis"))
                .append("</h2><table>");
        operations.forEach((family, count) -> page.append("<tr><td>")
                .append(text(locale, "api." + family))
                .append("</td><td>")
                .append(text(locale, "operations", count))
                .append("</td></tr>"));
        return page.append("</table><p><a href=\"/docs\">")
                .append(text(locale, "docs"))
                .append("</a><br><a href=\"/openapi.json\">")
                .append(text(locale, "document"))
                .append("</a><br><a href=\"/health\">/health</a></p><p>")
                .append(reach(locale, port))
                .append("</p></body></html>")
                .toString();
    }

    private String reach(Locale locale, int port) {
        if (!settings.onLan()) return text(locale, "loopback");
        var reach = new StringBuilder(text(locale, "address"));
        for (var address : addresses()) {
            var url = "http://" + address + ":" + port;
            reach.append(" <a href=\"").append(url).append("\">").append(url).append("</a>");
        }
        return reach.toString();
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(address -> address.getHostAddress())
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.text(locale, "web.landing." + key, arguments)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
