package org.gemba.web.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is at the other end. `X-Forwarded-For` counts only when the peer is a configured proxy, and then only its last
/// entry, the one that the proxy itself wrote; anything unreadable is passed over.
public final class ClientAddress {
    private final Set<InetAddress> proxies;

    public ClientAddress(Set<InetAddress> proxies) {
        this.proxies = proxies;
    }

    public String of(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || proxies.isEmpty()) return peer;
        try {
            if (!proxies.contains(InetAddress.ofLiteral(bare(peer)))) return peer;
            var last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
            return InetAddress.ofLiteral(bare(last)).getHostAddress();
        } catch (IllegalArgumentException e) {
            return peer;
        }
    }

    /// The key of counters: IPv4 addresses each, IPv6 addresses by their /64, as one subscriber has them all.
    public static String network(String address) {
        try {
            if (!(InetAddress.ofLiteral(bare(address)) instanceof Inet6Address six)) return address;
            var bytes = six.getAddress();
            var network = new StringBuilder("v6");
            for (int i = 0; i < 8; i++) network.append(String.format("%02x", bytes[i]));
            return network.toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String bare(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}
