package org.gemba.mto.ui;

import java.time.LocalDate;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.mto.Completion;
import org.gemba.mto.MtoLine;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What stands out about a line, the gravest first: late, over-picked, short, then how far it is.
final class LineState {
    private static final Status LATE =
            new Status("late", "mto.state.late", Tone.LATE, MaterialDesignC.CLOCK_ALERT_OUTLINE, 0);
    private static final Status OVER =
            new Status("over", "mto.state.over", Tone.OVER, MaterialDesignA.ARROW_UP_BOLD_CIRCLE_OUTLINE, 1);
    private static final Status SHORT =
            new Status("short", "mto.state.short", Tone.SHORT, MaterialDesignA.ALERT_OUTLINE, 2);
    private static final Status STARTED =
            new Status("in_progress", "mto.completion.in_progress", Tone.QUIET, MaterialDesignP.PROGRESS_CLOCK, 3);
    private static final Status WAITING =
            new Status("not_started", "mto.completion.not_started", Tone.QUIET, MaterialDesignC.CIRCLE_OUTLINE, 4);
    private static final Status DONE =
            new Status("completed", "mto.completion.completed", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 5);

    private LineState() {}

    /// @param due when the order is promised; null when nobody says
    static Status of(MtoLine line, @Nullable LocalDate due, LocalDate today) {
        var completion = line.fulfilment().status();
        if (completion != Completion.COMPLETED && due != null && due.isBefore(today)) return LATE;
        if (line.fulfilment().isOverPicked()) return OVER;
        return switch (completion) {
            case COMPLETED -> DONE;
            case WARNING -> SHORT;
            case IN_PROGRESS -> STARTED;
            case NOT_STARTED -> WAITING;
        };
    }
}
