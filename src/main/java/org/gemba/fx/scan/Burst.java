package org.gemba.fx.scan;

import java.util.Optional;

/// Tells a scanner's burst of signs from typing by the time between them. Knows no toolkit and no clock: times come
/// with the signs, in nanoseconds.
final class Burst {
    /// What to do with a sign.
    enum Verdict {
        /// It is typing.
        PASS,
        /// It may begin a code or belongs to one: nobody may see it yet.
        HOLD
    }

    private final ScanSettings settings;
    private final StringBuilder held = new StringBuilder();
    private long last;

    Burst(ScanSettings settings) {
        this.settings = settings;
    }

    Verdict sign(char sign, long at) {
        boolean follows = !held.isEmpty() && isFast(at);
        last = at;
        if (follows) {
            held.append(sign);
            return Verdict.HOLD;
        }
        held.setLength(0);
        boolean begins = settings.prefix().isEmpty() || settings.prefix().charAt(0) == sign;
        if (!begins) return Verdict.PASS;
        held.append(sign);
        return Verdict.HOLD;
    }

    /// The key that ends a code.
    ///
    /// @return the code without its prefix; empty when what came before was typing
    Optional<String> end(long at) {
        boolean fast = isFast(at);
        var code = held.substring(Math.min(held.length(), settings.prefix().length()));
        if (!fast || code.length() < settings.shortest()) return Optional.empty();
        held.setLength(0);
        return Optional.of(code.strip());
    }

    /// Whether at least two signs came too fast for a person.
    boolean isUnderWay() {
        return held.length() > 1;
    }

    /// What was held back and turned out to be typing.
    String release() {
        var typed = held.toString();
        held.setLength(0);
        return typed;
    }

    private boolean isFast(long at) {
        return at - last <= settings.gapMillis() * 1_000_000L;
    }
}
