package org.gemba.fx.form;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How the choices of a list read. They are chosen, never typed.
public final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private Shown(Function<T, String> words) {
        this.words = words;
    }

    /// @param words of one choice; no choice reads as nothing
    public static <T> Shown<T> as(Function<T, String> words) {
        return new Shown<>(words);
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
