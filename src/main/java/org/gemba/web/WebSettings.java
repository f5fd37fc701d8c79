package org.gemba.web;

import java.net.InetAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;

/// How the server is reached and what it believes.
///
/// @param bind the address to listen on
/// @param port 0 takes a free one
/// @param origins web pages from elsewhere that may call; exact, lower case
/// @param proxies addresses whose `X-Forwarded-For` is believed
/// @param hosts further names by which this server may be addressed, beside its own
/// @param limits whether request limits hold
/// @param zone the factory's zone
/// @param documentsOnLan whether `/docs` and `/openapi.json` also answer other machines
public record WebSettings(
        String bind,
        int port,
        Set<String> origins,
        Set<InetAddress> proxies,
        Set<String> hosts,
        boolean limits,
        ZoneId zone,
        boolean documentsOnLan) {

    public WebSettings {
        origins = Set.copyOf(origins);
        proxies = Set.copyOf(proxies);
        hosts = Set.copyOf(hosts);
    }

    /// Loopback alone, nobody else believed.
    public static WebSettings loopback(int port, ZoneId zone) {
        return new WebSettings("127.0.0.1", port, Set.of(), Set.of(), Set.of(), true, zone, false);
    }

    /// @throws WrongSetting for an origin that is no `scheme://host[:port]` or a proxy that is no address
    public static WebSettings from(SettingsSource settings, String bind, int port) {
        return new WebSettings(
                bind,
                port,
                origins(settings.list("CORS_ALLOWED_ORIGINS")),
                proxies(settings.list("GEMBA_TRUSTED_PROXIES")),
                lowered(settings.list("GEMBA_HOSTS")),
                settings.flag("GEMBA_RATE_LIMITS", true),
                settings.zone("GEMBA_TIME_ZONE"),
                settings.flag("GEMBA_DOCS_ON_LAN", false));
    }

    /// Whether other machines can reach this server.
    public boolean onLan() {
        try {
            return !InetAddress.ofLiteral(bind).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return !bind.equalsIgnoreCase("localhost");
        }
    }

    private static Set<String> lowered(List<String> names) {
        var lowered = new HashSet<String>();
        names.forEach(name -> lowered.add(name.toLowerCase(Locale.ROOT)));
        return lowered;
    }

    private static Set<String> origins(List<String> texts) {
        var origins = new ArrayList<String>();
        for (var text : texts) {
            if (!isOrigin(text)) {
                throw new WrongSetting("CORS_ALLOWED_ORIGINS", text, "origins such as https://example.com");
            }
            origins.add(text.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(origins);
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPath().isEmpty()
                    && uri.getQuery() == null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<InetAddress> proxies(List<String> texts) {
        var proxies = new HashSet<InetAddress>();
        for (var text : texts) {
            try {
                proxies.add(InetAddress.ofLiteral(text));
            } catch (IllegalArgumentException e) {
                throw new WrongSetting("GEMBA_TRUSTED_PROXIES", text, "addresses such as 192.168.1.5");
            }
        }
        return proxies;
    }
}
