package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftCalendarTest {
    private static final Client CLIENT = new Client(
            "SOCK-FAC-B", "Socks", null, ZoneId.of("Asia/Shanghai"), ClientKind.OTHER, true, Instant.EPOCH, "test", 1);
    private final ShiftCalendar calendar = ShiftCalendar.of(CLIENT, List.of());

    /// Times of Shanghai; 15 December 2025 is a Monday.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    2025-12-15T06:59:59, -, -
                    2025-12-15T07:00:00, 2025-12-15, SHIFT_1ST
                    2025-12-15T16:59:59, 2025-12-15, SHIFT_1ST
                    2025-12-15T17:00:00, -, -
                    2025-12-15T21:00:00, 2025-12-15, SHIFT_2ND
                    2025-12-16T00:00:00, 2025-12-15, SHIFT_2ND
                    2025-12-16T05:59:59, 2025-12-15, SHIFT_2ND
                    2025-12-16T06:00:00, -, -
                    2025-12-20T03:00:00, 2025-12-19, SHIFT_2ND
                    2025-12-20T08:00:00, 2025-12-20, SAT_OT
                    2025-12-20T21:30:00, -, -
                    2025-12-21T14:59:59, 2025-12-21, SUN_OT
                    2025-12-22T03:00:00, -, -
                    """)
    void aNightShiftBelongsToTheDayOnWhichItBegan(String local, @Nullable LocalDate day, @Nullable ShiftType type) {
        var found = calendar.at(Instant.parse(local + "+08:00"));
        if (day == null || type == null) assertThat(found).isEmpty();
        else assertThat(found).contains(new ShiftCalendar.OnDay(day, type));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2025-12-15T06:59:59, 2025-12-14, SUN_OT
                    2025-12-15T17:00:00, 2025-12-15, SHIFT_1ST
                    2025-12-16T06:30:00, 2025-12-15, SHIFT_2ND
                    2025-12-20T20:00:00, 2025-12-20, SAT_OT
                    2025-12-16T03:00:00, 2025-12-15, SHIFT_2ND
                    """)
    void betweenShiftsTheSheetIsThatOfTheLastOne(String local, LocalDate day, ShiftType type) {
        assertThat(calendar.current(Instant.parse(local + "+08:00"))).isEqualTo(new ShiftCalendar.OnDay(day, type));
    }
}
