package org.gemba.kpi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gemba.access.Caller;
import org.jspecify.annotations.Nullable;

/// The `USR-002` by which answers name whoever did something.
public final class UserNumbers {
    private final Function<UUID, Optional<Integer>> numbers;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param numbers a user's number by id
    public UserNumbers(Function<UUID, Optional<Integer>> numbers) {
        this.numbers = numbers;
    }

    /// The subject itself for whoever is no user, for example `system`.
    ///
    /// @param subject of a {@link Caller}
    public String of(String subject) {
        var stored = known.get(subject);
        if (stored != null) return stored;
        var found = id(subject).flatMap(numbers).map(number -> String.format(Locale.ROOT, "USR-%03d", number));
        found.ifPresent(text -> known.put(subject, text));
        return found.orElse(subject);
    }

    private static Optional<UUID> id(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The number behind a stored user name when it is the caller's own, else the name.
    public String ofName(@Nullable String name, Caller caller) {
        return name == null || name.equals(caller.username()) ? of(caller.subject()) : name;
    }
}
