package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule of a production entry on both sides of its boundary.
class EntryRulesTest {
    @TempDir
    static Path folder;

    static KpiStand stand;
    static final Caller OPERATOR = KpiStand.operator(KpiStand.BOOT);
    static final Caller LEADER = KpiStand.leader(KpiStand.BOOT);

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        stand.order(KpiStand.BOOT, "WO-1", "0.25");
        stand.order(KpiStand.SOCK, "WO-S", "0.25");
        stand.feature.workOrders().putJob(LEADER, "WO-1", null, new NewJob("WO-1-L1", "PART-1", 500, null, null));
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    units_produced, 0, -
                    units_produced, -1, must be at least 0
                    units_produced, 1000000000, -
                    units_produced, 1000000001, must be at most 1000000000
                    units_defective, 0, -
                    units_defective, -1, must be at least 0
                    units_defective, 100, -
                    units_defective, 101, must be <= units_produced (100)
                    run_time_hours, 0.0001, -
                    run_time_hours, 0, must be greater than 0
                    run_time_hours, -1, must be greater than 0
                    run_time_hours, 0.000000001, must be greater than 0
                    run_time_hours, 24, -
                    run_time_hours, 24.0001, must be at most 24
                    employees_assigned, 9, -
                    employees_assigned, 0, must be greater than 0
                    employees_assigned, -3, must be greater than 0
                    employees_present, 0, -
                    employees_present, -1, must be at least 0
                    employees_present, 10, -
                    employees_present, 11, must be <= employees_assigned (10)
                    shift_hours_scheduled, 8.5, -
                    shift_hours_scheduled, 8.4, must be <= shift_hours_scheduled (8.4)
                    shift_hours_scheduled, 24, -
                    shift_hours_scheduled, 24.1, must be at most 24
                    shift_hours_scheduled, 0, must be greater than 0
                    downtime_total_minutes, 0, -
                    downtime_total_minutes, -1, must be at least 0
                    downtime_total_minutes, 1440, -
                    downtime_total_minutes, 1441, must be at most 1440
                    """)
    void aNumberIsHeldToItsRule(String field, String value, @Nullable String words) {
        var asked = with(Map.of(field, value));
        if (words == null) assertThat(record(asked).entry().version()).isEqualTo(1);
        else assertThat(faults(asked)).extracting(fault -> fault.rule().words()).containsExactly(words);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    notes, 1000, true
                    notes, 1001, false
                    operation_id, 50, true
                    operation_id, 51, false
                    work_order_id, 51, false
                    job_id, 51, false
                    """)
    void aTextIsHeldToItsLength(String field, int length, boolean lawful) {
        var asked = with(Map.of(field, "鞋".repeat(length)));
        if (lawful) assertThat(record(asked).entry().version()).isEqualTo(1);
        else assertThat(faults(asked)).extracting(FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    WO-1, 2025-12-15, true
                    WO-1, 2025-12-16, false
                    WO-S, 2025-12-16, true
                    WO-S, 2025-12-17, false
                    WO-1, 2000-01-01, true
                    WO-1, 1999-12-31, false
                    """)
    void theFutureBeginsWithTheClientsNextDay(String order, LocalDate day, boolean lawful) {
        var caller = KpiStand.leader(KpiStand.BOOT, KpiStand.SOCK);
        var asked = KpiStand.entry(order, day);
        if (lawful) {
            assertThat(stand.feature
                            .entries()
                            .record(caller, asked, EntryMethod.API)
                            .entry()
                            .shiftDate())
                    .isEqualTo(day);
        } else {
            assertThatThrownBy(() -> stand.feature.entries().record(caller, asked, EntryMethod.API))
                    .isInstanceOf(AppError.InvalidInput.class)
                    .hasMessageContaining("shift_date");
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var asked = with(Map.of(
                "units_defective",
                "101",
                "run_time_hours",
                "25",
                "employees_present",
                "11",
                "shift_date",
                "2025-12-16"));
        assertThat(faults(asked))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("units_defective", "run_time_hours", "employees_present", "shift_date");
    }

    @Test
    void unknownForeignAndMisnamedThingsAreNotFound() {
        for (var asked : List.of(
                with(Map.of("work_order_id", "NO-SUCH")),
                with(Map.of("work_order_id", "WO-S")),
                with(Map.of("job_id", "NO-SUCH")))) {
            assertThatThrownBy(() -> record(asked)).isInstanceOf(AppError.NotFound.class);
        }
        assertThat(record(with(Map.of("job_id", "WO-1-L1"))).jobId()).isEqualTo("WO-1-L1");
    }

    @Test
    void theDocumentsExampleGivesItsFigures() {
        var line = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 15)));
        assertThat(line.figures().efficiency()).isEqualByComparingTo("29.41");
        assertThat(line.figures().performance()).isEqualByComparingTo("294.12");
        assertThat(line.figures().defectRate()).isEqualByComparingTo("2");
        assertThat(line.figures().flags()).isEmpty();
    }

    @Test
    void anOrderWithoutAStandardTakesTheMeanOfItsStyleAndSaysSo() {
        stand.order(KpiStand.BOOT, "WO-GUESS", null);
        var line = record(KpiStand.entry("WO-GUESS", LocalDate.of(2025, 12, 15)));
        assertThat(line.figures().flags()).containsExactly("ideal_cycle_time");
        assertThat(line.figures().efficiency()).isEqualByComparingTo("29.41");
    }

    @Test
    void aChangeTellsWhatChangedAndNeedsANewCheck() {
        var made = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 14)));
        var id = made.entry().entryId().toString();
        var entries = stand.feature.entries();
        assertThat(entries.verify(LEADER, id, null).entry().state()).isEqualTo(EntryState.VERIFIED);
        var changed = entries.change(LEADER, id, change(105, "Corrected count after recount", Set.of(), null));
        assertThat(changed.fields()).containsExactlyInAnyOrder("units_produced", "notes");
        assertThat(changed.line().entry().state()).isEqualTo(EntryState.RECORDED);
        var again = entries.change(LEADER, id, change(105, null, Set.of(), null));
        assertThat(again.fields()).isEmpty();
        assertThat(again.line().entry().version())
                .isEqualTo(changed.line().entry().version());
        var cleared = entries.change(LEADER, id, change(null, null, Set.of("notes", "employees_present"), null));
        assertThat(cleared.fields()).containsExactlyInAnyOrder("notes", "employees_present");
        assertThat(cleared.line().entry().notes()).isNull();
    }

    @Test
    void aStaleChangeIsAConflictThatShowsWhatIsThere() {
        var id = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 14)))
                .entry()
                .entryId()
                .toString();
        var entries = stand.feature.entries();
        entries.change(LEADER, id, change(105, null, Set.of(), 1));
        assertThatThrownBy(() -> entries.change(LEADER, id, change(110, null, Set.of(), 1)))
                .isInstanceOf(AppError.Conflict.class)
                .hasMessageContaining("units_produced 105");
        assertThatThrownBy(() -> entries.verify(LEADER, id, 1)).isInstanceOf(AppError.Conflict.class);
    }

    @Test
    void aChangeIsHeldToTheRulesOfTheWholeEntry() {
        var id = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 14)))
                .entry()
                .entryId()
                .toString();
        var entries = stand.feature.entries();
        assertThatThrownBy(() -> entries.change(LEADER, id, change(1, null, Set.of(), null)))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessageContaining("units_defective must be <= units_produced (1)");
    }

    @Test
    void whatIsTakenBackIsGoneForEverybody() {
        var own = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 13)))
                .entry()
                .entryId()
                .toString();
        var entries = stand.feature.entries();
        entries.withdraw(OPERATOR, own, null);
        assertThatThrownBy(() -> entries.find(OPERATOR, own)).isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> entries.withdraw(LEADER, own, null)).isInstanceOf(AppError.NotFound.class);
        var checked = record(KpiStand.entry("WO-1", LocalDate.of(2025, 12, 13)))
                .entry()
                .entryId()
                .toString();
        entries.verify(LEADER, checked, null);
        assertThatThrownBy(() -> entries.withdraw(OPERATOR, checked, null)).isInstanceOf(AppError.Forbidden.class);
    }

    @Test
    void nothingIsEnteredForADayAfterTheOrderStopped() {
        stand.order(KpiStand.BOOT, "WO-STOP", "0.25");
        stand.feature
                .workOrders()
                .hold(
                        LEADER,
                        "WO-STOP",
                        null,
                        HoldReason.QUALITY_ISSUE,
                        "soles come off",
                        stand.feature.workOrders().instant(LEADER, "WO-STOP", null, "held_at", "2025-12-14T12:00:00"));
        record(KpiStand.entry("WO-STOP", LocalDate.of(2025, 12, 14)));
        assertThatThrownBy(() -> record(KpiStand.entry("WO-STOP", LocalDate.of(2025, 12, 15))))
                .isInstanceOf(AppError.Unprocessable.class)
                .hasMessageContaining("ON_HOLD since 2025-12-14");
    }

    private static EntryLine record(NewEntry asked) {
        return stand.feature.entries().record(OPERATOR, asked, EntryMethod.API);
    }

    private static List<FieldError> faults(NewEntry asked) {
        return catchThrowableOfType(AppError.InvalidInput.class, () -> record(asked))
                .fields();
    }

    private static EntryChange change(
            @Nullable Integer units, @Nullable String notes, Set<String> cleared, @Nullable Integer version) {
        return new EntryChange(
                null, null, null, null, null, units, null, null, null, null, null, null, notes, cleared, version);
    }

    private static NewEntry with(Map<String, String> changes) {
        var all = new HashMap<String, String>(Map.of(
                "work_order_id", "WO-1",
                "shift_date", "2025-12-15",
                "units_produced", "100",
                "units_defective", "0",
                "run_time_hours", "8.5",
                "employees_assigned", "10",
                "downtime_total_minutes", "0"));
        all.putAll(changes);
        var present = all.get("employees_present");
        var scheduled = all.get("shift_hours_scheduled");
        return new NewEntry(
                all.get("work_order_id"),
                null,
                all.get("job_id"),
                LocalDate.parse(all.get("shift_date")),
                ShiftType.SHIFT_1ST,
                all.get("operation_id"),
                Integer.parseInt(all.get("units_produced")),
                Integer.parseInt(all.get("units_defective")),
                new BigDecimal(all.get("run_time_hours")),
                Integer.parseInt(all.get("employees_assigned")),
                present == null ? null : Integer.valueOf(present),
                scheduled == null ? null : new BigDecimal(scheduled),
                Integer.parseInt(all.get("downtime_total_minutes")),
                all.get("notes"));
    }
}
