package org.gemba.planning.channel;

import java.util.Locale;

/// What can be read, in the order in which it is.
public enum Entity {
    PRODUCTS,
    INVENTORY,
    ORDERS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
