package org.gemba.inventory;

import org.jspecify.annotations.Nullable;

/// One field of a change: left as it is, or set, if need be to nothing.
public sealed interface Patch<T> {
    /// Leaves the field.
    record Keep<T>() implements Patch<T> {}

    record Set<T>(@Nullable T value) implements Patch<T> {}

    static <T> Patch<T> keep() {
        return new Keep<>();
    }

    static <T> Patch<T> to(@Nullable T value) {
        return new Set<>(value);
    }

    /// The field after the change.
    default @Nullable T over(@Nullable T before) {
        return switch (this) {
            case Keep<T> keep -> before;
            case Set<T> set -> set.value();
        };
    }

    default boolean isSet() {
        return this instanceof Set<T>;
    }
}
