package org.gemba.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.gemba.platform.error.AppError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches addresses that somebody else gave. Only http and https, without a user name; the host is resolved once and
/// that address is connected to; this machine and private networks stay out of reach unless {@link Reach} says
/// otherwise; redirects are not followed. Every failure reads the same, so that nobody can look around a network by it.
public final class GuardedFetch {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedFetch.class);
    private static final String FAILED = "The address could not be fetched.";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final Outbound outbound;
    private final Dns names;

    /// @param contentType as the other side claims it; empty when it claims nothing
    public record Fetched(String contentType, byte[] bytes) {}

    public GuardedFetch(Outbound outbound) {
        this(outbound, Dns.SYSTEM);
    }

    GuardedFetch(Outbound outbound, Dns names) {
        this.outbound = outbound;
        this.names = names;
    }

    /// @throws AppError.UpstreamUnavailable whatever the reason: unlawful, unreachable, slow, too large, not a 2xx
    public Fetched get(String address, Reach reach, long maxBytes) {
        try {
            var url = lawful(address);
            var target = Target.of("fetch", CONNECT, CALL).withMaxAnswer(maxBytes);
            var request = new Request.Builder().url(url).build();
            try (var response = guarded(url, reach, target).newCall(request).execute()) {
                if (!response.isSuccessful()) throw new IOException("status " + response.code());
                var type = response.header("Content-Type");
                return new Fetched(type == null ? "" : type, response.body().bytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("refused or failed: {}", Redaction.of(address + " " + e));
            throw new AppError.UpstreamUnavailable("fetch", FAILED, null);
        }
    }

    /// A client that reaches nothing but the host of this address, under the same rules, for systems whose address is
    /// a setting.
    ///
    /// @throws AppError.UpstreamUnavailable when the address is not a lawful one
    public OkHttpClient client(String address, Reach reach, Target target) {
        try {
            return guarded(lawful(address), reach, target);
        } catch (IllegalArgumentException e) {
            throw new AppError.UpstreamUnavailable(target.name(), FAILED, null);
        }
    }

    private OkHttpClient guarded(HttpUrl home, Reach reach, Target target) {
        Predicate<InetAddress> allowed = reach.lists(home.host(), home.port())
                ? address -> true
                : address -> Addresses.isOpen(address) || (reach.loopback() && Addresses.isLoopback(address));
        return outbound.builder(target)
                .dns(host -> checked(host, home, allowed))
                .socketFactory(new GuardedSockets(allowed))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .addInterceptor(chain -> {
                    var url = chain.request().url();
                    if (!url.host().equals(home.host()) || url.port() != home.port()) {
                        throw new IOException("another host");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /// All addresses of a name must be lawful: one that mixes inside and outside is playing a game.
    private List<InetAddress> checked(String host, HttpUrl home, Predicate<InetAddress> allowed)
            throws UnknownHostException {
        if (!host.equals(home.host())) throw new UnknownHostException("another host");
        var found = names.lookup(host);
        if (!found.stream().allMatch(allowed)) throw new UnknownHostException("not allowed");
        return found;
    }

    private static HttpUrl lawful(String address) {
        if (!address.matches("(?i)https?://[^/\\\\\\s].*") || address.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not an http address");
        }
        var url = HttpUrl.get(address);
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException("an address with a user name");
        }
        if (isOddNumber(url.host())) throw new IllegalArgumentException("a number in place of a host");
        return url;
    }

    /// A host whose last label is a number must be a plain dotted address: `127.1`, `0177.0.0.1` and `2130706433` are
    /// ways to write one that some readers take differently.
    private static boolean isOddNumber(String host) {
        var labels = host.replaceAll("\\.$", "").split("\\.", -1);
        var last = labels[labels.length - 1];
        if (!last.matches("\\d+|0[xX][0-9a-fA-F]*")) return false;
        return !host.matches("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    }
}
