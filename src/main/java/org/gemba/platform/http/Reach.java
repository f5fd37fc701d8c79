package org.gemba.platform.http;

import java.util.Locale;
import java.util.Set;

/// Which closed addresses a guarded call may reach besides the open internet.
///
/// @param loopback this machine itself, for example a model server on it
/// @param listed `host` or `host:port` as an administrator listed them
public record Reach(boolean loopback, Set<String> listed) {
    public Reach {
        listed = Set.copyOf(listed);
    }

    /// The open internet only: for addresses that come from users, files and suppliers.
    public static Reach open() {
        return new Reach(false, Set.of());
    }

    /// Also this machine and what an administrator listed: for addresses that an administrator set.
    public static Reach trusted(Set<String> listed) {
        return new Reach(true, listed);
    }

    boolean lists(String host, int port) {
        return listed.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .anyMatch(entry -> entry.equals(host) || entry.equals(host + ":" + port));
    }
}
