package org.gemba.fx.grid;

/// The kinds of columns: what type their values have, how they are drawn, compared and filtered.
public enum Kind {
    /// `String`.
    TEXT,
    /// `BigDecimal`, `Integer` or `Long`; right-aligned.
    NUMBER,
    /// `LocalDate`.
    DAY,
    /// `Instant`, shown in the factory's zone.
    INSTANT,
    /// `BigDecimal`, 1 for 100 %, drawn as a bar.
    SHARE,
    /// {@link org.gemba.fx.Status}, drawn as icon and words.
    STATUS
}
