package org.gemba.demo.k3cloud;

import java.time.Clock;
import java.time.Duration;

/// How a simulated ERP is set up.
///
/// @param port 0 takes a free one
/// @param sessionLife how long a session lives after its last use
public record K3CloudOptions(Account account, int port, Duration sessionLife, Clock clock) {
    public static final K3CloudOptions DEFAULT =
            new K3CloudOptions(Account.DEMO, 0, Duration.ofMinutes(20), Clock.systemUTC());

    public K3CloudOptions withSessions(Duration life, Clock byClock) {
        return new K3CloudOptions(account, port, life, byClock);
    }

    public K3CloudOptions withAccount(Account other) {
        return new K3CloudOptions(other, port, sessionLife, clock);
    }
}
