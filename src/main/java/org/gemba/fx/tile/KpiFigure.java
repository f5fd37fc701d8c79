package org.gemba.fx.tile;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tile tells of one indicator.
///
/// @param value null while it is not known
/// @param target null for none
/// @param trend earlier values, oldest first, the present one last
/// @param estimated whether a part of it was inferred instead of recorded
/// @param remark why it is not known or what was estimated, in the user's language; empty for nothing
public record KpiFigure(
        @Nullable BigDecimal value,
        @Nullable BigDecimal target,
        List<BigDecimal> trend,
        boolean estimated,
        String remark) {
    public KpiFigure {
        trend = List.copyOf(trend);
    }

    public static KpiFigure of(BigDecimal value, @Nullable BigDecimal target, List<BigDecimal> trend) {
        return new KpiFigure(value, target, trend, false, "");
    }

    /// @param why what is missing, and where it is entered
    public static KpiFigure unknown(@Nullable BigDecimal target, String why) {
        return new KpiFigure(null, target, List.of(), false, why);
    }

    public KpiFigure estimated(String what) {
        return new KpiFigure(value, target, trend, true, what);
    }

    /// How the value stands to the target.
    public Standing standing(Better better) {
        if (value == null) return Standing.UNKNOWN;
        if (target == null) return Standing.NO_TARGET;
        int against = value.compareTo(target);
        boolean reached = better == Better.HIGHER ? against >= 0 : against <= 0;
        return reached ? Standing.REACHED : Standing.MISSED;
    }

    /// Which way is good.
    public enum Better {
        HIGHER,
        LOWER
    }

    /// The outcome of holding a value against its target; a value equal to its target reaches it.
    public enum Standing {
        REACHED,
        MISSED,
        NO_TARGET,
        UNKNOWN
    }
}
