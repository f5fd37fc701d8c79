package org.gemba.web;

import java.util.Set;

/// A body, and the names of its outermost object.
public record Sent<T>(T body, Set<String> names) {
    public Sent {
        names = Set.copyOf(names);
    }

    /// Whether the client sent this name, be it with `null`.
    public boolean has(String name) {
        return names.contains(name);
    }
}
