package org.gemba.web.guard;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemba.web.WebSettings;
import org.jspecify.annotations.Nullable;

/// Answers only to its own names, so that a web page cannot reach the server through a name of its own that resolves
/// to this machine (DNS rebinding). On loopback these are `localhost` and the loopback addresses; opened to the LAN
/// also the machine's own names and addresses, looked up again when an unknown one comes, as DHCP may have changed
/// them; and always the configured ones.
public final class HostGuard {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?");
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    /// What this machine is called at a moment.
    private record Own(Set<String> names, Set<InetAddress> addresses, Instant seen) {}

    private final WebSettings settings;
    private final Clock clock;
    private volatile Own own;

    public HostGuard(WebSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.own = look();
    }

    public boolean allows(@Nullable String header) {
        if (header == null) return false;
        var match = HOST.matcher(header);
        if (!match.matches()) return false;
        var host = match.group(1).toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || settings.hosts().contains(host)) return true;
        var address = address(host);
        if (address != null && address.isLoopbackAddress()) return true;
        if (!settings.onLan()) return false;
        if (isOwn(host, address, own)) return true;
        if (Duration.between(own.seen(), clock.instant()).compareTo(LOOK_AGAIN) < 0) return false;
        own = look();
        return isOwn(host, address, own);
    }

    private static boolean isOwn(String host, @Nullable InetAddress address, Own own) {
        return address != null ? own.addresses().contains(address) : own.names().contains(host);
    }

    private static @Nullable InetAddress address(String host) {
        try {
            if (host.startsWith("[")) return InetAddress.ofLiteral(host.substring(1, host.length() - 1));
            return DOTTED.matcher(host).matches() ? InetAddress.ofLiteral(host) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Own look() {
        var names = new HashSet<String>();
        var addresses = new HashSet<InetAddress>();
        if (settings.onLan()) {
            addNames(names);
            addAddresses(addresses);
        }
        return new Own(names, addresses, clock.instant());
    }

    private static void addNames(Set<String> names) {
        try {
            var name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            names.add(name);
            names.add(name + ".local");
            int dot = name.indexOf('.');
            if (dot > 0) names.add(name.substring(0, dot));
        } catch (UnknownHostException e) {
            // A machine without a name is reached by its addresses.
        }
    }

    private void addAddresses(Set<InetAddress> addresses) {
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(addresses::add);
        } catch (SocketException e) {
            var bound = address(settings.bind());
            if (bound != null) addresses.add(bound);
        }
    }
}
