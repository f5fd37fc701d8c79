package org.gemba.platform.health;

import java.util.Locale;
import java.util.function.Supplier;

/// One system outside the program, as the feature that speaks with it knows it.
///
/// @param name as the documents print it, for example `erp`, `wechat`, `shopify`
/// @param state answered at once from what is known; it calls nobody
public record HealthPart(String name, Supplier<State> state) {
    public enum State {
        HEALTHY,
        UNHEALTHY,
        NOT_CONFIGURED,
        /// Set up, and nobody has asked it yet.
        UNKNOWN;

        /// As the documents write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
