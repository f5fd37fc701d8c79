package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.jspecify.annotations.Nullable;

/// One column of a list of `T`.
///
/// @param id stable; saved views and pasted headers name it
/// @param value off the FX thread too, so it must only look at the row
/// @param width in ems of the interface's font
/// @param shown whether it is there before the user chooses
/// @param totalled whether the footer and group rows sum it
/// @param alarm the tone of a number above zero, with an icon beside it; null for a number like any other
/// @param edit how a new value goes into a row; null when the column is only read
public record GridColumn<T>(
        String id,
        String titleKey,
        Kind kind,
        Function<T, ? extends @Nullable Object> value,
        double width,
        boolean shown,
        boolean totalled,
        @Nullable Tone alarm,
        @Nullable Edit<T> edit) {

    /// @param with the row with that value, which has the column's type or is null
    /// @param check the key of the text that says what is wrong with a value; empty when it is good
    public record Edit<T>(
            BiFunction<T, @Nullable Object, T> with, Function<@Nullable Object, Optional<String>> check) {}

    public static <T> GridColumn<T> text(String id, String titleKey, Function<T, @Nullable String> value) {
        return of(id, titleKey, Kind.TEXT, value, 10);
    }

    public static <T> GridColumn<T> number(String id, String titleKey, Function<T, ? extends @Nullable Number> value) {
        return of(id, titleKey, Kind.NUMBER, value, 7);
    }

    public static <T> GridColumn<T> day(String id, String titleKey, Function<T, @Nullable LocalDate> value) {
        return of(id, titleKey, Kind.DAY, value, 7);
    }

    public static <T> GridColumn<T> instant(String id, String titleKey, Function<T, @Nullable Instant> value) {
        return of(id, titleKey, Kind.INSTANT, value, 10);
    }

    public static <T> GridColumn<T> share(String id, String titleKey, Function<T, @Nullable BigDecimal> value) {
        return of(id, titleKey, Kind.SHARE, value, 9);
    }

    public static <T> GridColumn<T> status(String id, String titleKey, Function<T, @Nullable Status> value) {
        return of(id, titleKey, Kind.STATUS, value, 9);
    }

    private static <T> GridColumn<T> of(
            String id, String titleKey, Kind kind, Function<T, ? extends @Nullable Object> value, double width) {
        return new GridColumn<>(id, titleKey, kind, value, width, true, false, null, null);
    }

    public GridColumn<T> width(double ems) {
        return new GridColumn<>(id, titleKey, kind, value, ems, shown, totalled, alarm, edit);
    }

    public GridColumn<T> hiddenAtFirst() {
        return new GridColumn<>(id, titleKey, kind, value, width, false, totalled, alarm, edit);
    }

    public GridColumn<T> withTotal() {
        return new GridColumn<>(id, titleKey, kind, value, width, shown, true, alarm, edit);
    }

    public GridColumn<T> alarming(Tone tone) {
        return new GridColumn<>(id, titleKey, kind, value, width, shown, totalled, tone, edit);
    }

    public GridColumn<T> editable(
            BiFunction<T, @Nullable Object, T> with, Function<@Nullable Object, Optional<String>> check) {
        return new GridColumn<>(id, titleKey, kind, value, width, shown, totalled, alarm, new Edit<>(with, check));
    }

    @Nullable
    Object of(T row) {
        return value.apply(row);
    }
}
