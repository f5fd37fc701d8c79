package org.gemba.fx.gantt;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// How much time a board shows: its scale, the steps of its two heading lines, and the grid to which moved bars snap.
public enum Zoom {
    HOUR(90, 15),
    SHIFT(24, 30),
    DAY(8, 60),
    WEEK(2.2, 240),
    MONTH(0.5, 1440);

    private final double pixelsPerHour;
    private final int snapMinutes;

    Zoom(double pixelsPerHour, int snapMinutes) {
        this.pixelsPerHour = pixelsPerHour;
        this.snapMinutes = snapMinutes;
    }

    double pixelsPerHour() {
        return pixelsPerHour;
    }

    Duration snap() {
        return Duration.ofMinutes(snapMinutes);
    }

    Zoom closer() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    Zoom wider() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }

    /// The beginning of the upper heading's step in which a time lies.
    ZonedDateTime upperFloor(ZonedDateTime time) {
        return switch (this) {
            case HOUR, SHIFT -> time.truncatedTo(ChronoUnit.DAYS);
            case DAY, WEEK -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.firstDayOfMonth());
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.firstDayOfYear());
        };
    }

    ZonedDateTime upperNext(ZonedDateTime floor) {
        return switch (this) {
            case HOUR, SHIFT -> floor.plusDays(1);
            case DAY, WEEK -> floor.plusMonths(1);
            case MONTH -> floor.plusYears(1);
        };
    }

    ZonedDateTime lowerFloor(ZonedDateTime time) {
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case SHIFT -> time.truncatedTo(ChronoUnit.DAYS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case WEEK ->
                time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.firstDayOfMonth());
        };
    }

    ZonedDateTime lowerNext(ZonedDateTime floor) {
        return switch (this) {
            case HOUR -> floor.plusHours(1);
            case SHIFT -> floor.plusHours(4);
            case DAY -> floor.plusDays(1);
            case WEEK -> floor.plusWeeks(1);
            case MONTH -> floor.plusMonths(1);
        };
    }

    String upperWords(ZonedDateTime time, Locale locale) {
        var chinese = locale.getLanguage().equals("zh");
        return switch (this) {
            case HOUR, SHIFT ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd  EEE", locale).format(time);
            case DAY, WEEK ->
                DateTimeFormatter.ofPattern(chinese ? "yyyy年M月" : "MMMM yyyy", locale)
                        .format(time);
            case MONTH -> DateTimeFormatter.ofPattern("yyyy", locale).format(time);
        };
    }

    String lowerWords(ZonedDateTime time, Locale locale) {
        var chinese = locale.getLanguage().equals("zh");
        return switch (this) {
            case HOUR, SHIFT -> DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
            case DAY -> DateTimeFormatter.ofPattern("d EEE", locale).format(time);
            case WEEK -> DateTimeFormatter.ofPattern("MM-dd", locale).format(time);
            case MONTH ->
                DateTimeFormatter.ofPattern(chinese ? "M月" : "MMM", locale).format(time);
        };
    }
}
