package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries by file.
class BatchTest {
    static final Caller OPERATOR = KpiStand.operator(KpiStand.BOOT);
    static final Caller LEADER = KpiStand.leader(KpiStand.BOOT);
    static final String HEADER =
            "work_order_id,shift_date,shift_type,units_produced,units_defective,run_time_hours,employees_assigned,notes\n";
    static final String GOOD = "WO-1,2025-12-10,SHIFT_1ST,100,2,8.5,10,\n";

    @TempDir
    static Path folder;

    static KpiStand stand;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        stand.order(KpiStand.BOOT, "WO-1", "0.25");
        stand.order(KpiStand.BOOT, "WO-2", "0.25");
        stand.order(KpiStand.SOCK, "WO-S", "0.25");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,2025-12-10,SHIFT_1ST,100,0,8.5,10, | work_order_id: Required value is missing
                    NOPE,2025-12-10,SHIFT_1ST,100,0,8.5,10, | work_order_id: Unknown work order 'NOPE'
                    WO-S,2025-12-10,SHIFT_1ST,100,0,8.5,10, | work_order_id: Unknown work order 'WO-S'
                    WO-1,12/15/2025,SHIFT_1ST,100,0,8.5,10, | shift_date: Invalid date format. Expected YYYY-MM-DD, got '12/15/2025'
                    WO-1,2025-02-30,SHIFT_1ST,100,0,8.5,10, | shift_date: Invalid date format. Expected YYYY-MM-DD, got '2025-02-30'
                    WO-1,2025-12-16,SHIFT_1ST,100,0,8.5,10, | shift_date: shift_date cannot be in the future (today is 2025-12-15 in America/Mexico_City)
                    WO-1,2025-12-10,NIGHT,100,0,8.5,10, | shift_type: Unknown shift type 'NIGHT'. Expected one of SHIFT_1ST, SHIFT_2ND, SAT_OT, SUN_OT, OTHER
                    WO-1,2025-12-10,SHIFT_1ST,-5,0,8.5,10, | units_produced: Negative value not allowed: -5
                    WO-1,2025-12-10,SHIFT_1ST,ten,0,8.5,10, | units_produced: Not a whole number: 'ten'
                    WO-1,2025-12-10,SHIFT_1ST,1.5,0,8.5,10, | units_produced: Not a whole number: '1.5'
                    WO-1,2025-12-10,SHIFT_1ST,100,101,8.5,10, | units_defective: units_defective must be <= units_produced (100)
                    WO-1,2025-12-10,SHIFT_1ST,100,0,NaN,10, | run_time_hours: Not a number: 'NaN'
                    WO-1,2025-12-10,SHIFT_1ST,100,0,0,10, | run_time_hours: run_time_hours must be greater than 0
                    WO-1,2025-12-10,SHIFT_1ST,100,0,24.5,10, | run_time_hours: run_time_hours must be at most 24
                    WO-1,2025-12-10,SHIFT_1ST,100,0,8.5,0, | employees_assigned: employees_assigned must be greater than 0
                    """)
    void aRowIsToldWhatIsWrongWithIt(String row, String error) {
        var receipt = upload(HEADER + row + "\n" + GOOD, true);
        assertThat(receipt.errors())
                .extracting(fault -> fault.field() + ": " + fault.problem())
                .containsExactly(error);
        assertThat(receipt.errors().getFirst().line()).isEqualTo(2);
        assertThat(receipt.batch().validRows()).isEqualTo(1);
        assertThat(receipt.batch().invalidRows()).isEqualTo(1);
    }

    @Test
    void everyErrorOfARowIsToldAndNoneTwice() {
        var receipt = upload(HEADER + "NOPE,15.12.2025,SHIFT_1ST,-5,2,25,0,\n", true);
        assertThat(receipt.errors())
                .extracting(RowError::field)
                .containsExactlyInAnyOrder("shift_date", "units_produced", "run_time_hours", "employees_assigned");
    }

    @Test
    void aMarkWindowsLineEndsQuotesAnyOrderAndMoreColumnsAreFine() {
        var csv =
                "\uFEFFnotes,EMPLOYEES_ASSIGNED,run_time_hours,colour,units_produced,shift_type,shift_date,work_order_id\r\n"
                        + "\"late, again\",10,8.5,red,100,shift_1st,2025-12-09,WO-1\r\n\r\n,,,,,,,\r\n";
        var receipt = upload(csv, true);
        assertThat(receipt.errors()).isEmpty();
        assertThat(receipt.batch().totalRows()).isEqualTo(1);
        assertThat(receipt.sample().getFirst().notes()).isEqualTo("late, again");
        assertThat(receipt.sample().getFirst().unitsDefective()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void chineseNotesAreReadInEveryCommonEncoding(String charset) {
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        var csv = mark + HEADER + "WO-1,2025-12-10,SHIFT_1ST,100,2,8.5,10,缺料停线三十分钟\n";
        var receipt = stand.feature.batches().upload(OPERATOR, "班次.csv", csv.getBytes(Charset.forName(charset)), true);
        assertThat(receipt.sample().getFirst().notes()).isEqualTo("缺料停线三十分钟");
    }

    @Test
    void aFileWithoutWhatItMustHaveIsRefusedWhole() {
        assertThatThrownBy(() -> upload("work_order_id,shift_date\nWO-1,2025-12-10\n", true))
                .isInstanceOfSatisfying(
                        AppError.InvalidInput.class,
                        e -> assertThat(e.fields())
                                .extracting(fault -> fault.field())
                                .containsExactly(
                                        "shift_type", "units_produced", "run_time_hours", "employees_assigned"));
        assertThatThrownBy(() -> upload(HEADER, true)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> upload(HEADER.replace("notes", "shift_date") + GOOD, true))
                .hasMessageContaining("shift_date is a column twice");
    }

    @Test
    void twoFilesOfOneSecondHaveTwoNumbers() {
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> upload(HEADER + GOOD, true).batch().batchId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("BATCH-[0-9]{8}-[0-9]{6}(-[0-9]{2})?"));
    }

    @Test
    void theSameContentAgainIsToldBeforeItIsConfirmed() {
        var csv = HEADER + GOOD.replace("100", "77");
        var first = upload(csv, false);
        assertThat(first.sameAs()).isNull();
        stand.awaitEnd(OPERATOR, first.batch().batchId());
        var second = upload(csv, true);
        assertThat(second.sameAs()).isEqualTo(first.batch().batchId());
    }

    @Test
    void aThousandRowsBecomeAThousandEntriesAndTheSumsAgree() {
        var rows = IntStream.range(0, 1000)
                .mapToObj(i -> "WO-2,2025-11-%02d,%s,%d,1,8,10,row %d"
                        .formatted(1 + i % 30, i % 2 == 0 ? "SHIFT_1ST" : "SHIFT_2ND", 1 + i, i))
                .collect(Collectors.joining("\n"));
        var changed = new ArrayList<KpiChange>();
        var receipt = List.<BatchReceipt>of();
        try (var heard = stand.events.on(KpiChange.EntryChanged.class, changed::add)) {
            receipt = List.of(upload(HEADER + rows + "\n", false));
            var done = stand.awaitEnd(OPERATOR, receipt.getFirst().batch().batchId());
            assertThat(done.status()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(done.processed()).isEqualTo(1000);
            assertThat(done.failed()).isZero();
        }
        assertThat(changed).contains(new KpiChange.EntryChanged(KpiStand.BOOT, LocalDate.of(2025, 11, 30)));
        var found = stand.feature.entries().list(OPERATOR, null, null, null, null, "WO-2", 500, 0);
        assertThat(found.total()).isEqualTo(1000);
        assertThat(found.lines())
                .extracting(line -> line.entry().batchId())
                .containsOnly(receipt.getFirst().batch().batchId());
        var detail = stand.feature.workOrders().find(OPERATOR, "WO-2", null);
        assertThat(detail.produced()).isEqualTo(500_500);
        assertThat(detail.order().firstEntryDate()).isEqualTo(LocalDate.of(2025, 11, 1));
    }

    @Test
    void whatHasBecomeWrongSinceTheUploadIsAFailedRow() {
        stand.order(KpiStand.BOOT, "WO-GONE", "0.25");
        var receipt = upload(HEADER + "WO-GONE,2025-12-15,SHIFT_1ST,1,0,8,1,\n" + GOOD, true);
        var orders = stand.feature.workOrders();
        orders.hold(
                LEADER,
                "WO-GONE",
                null,
                HoldReason.OTHER,
                "stopped meanwhile",
                orders.instant(LEADER, "WO-GONE", null, "held_at", "2025-12-14"));
        stand.feature.batches().confirm(OPERATOR, receipt.batch().batchId());
        var done = stand.awaitEnd(OPERATOR, receipt.batch().batchId());
        assertThat(done.processed()).isEqualTo(2);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(stand.feature.batches().errors(OPERATOR, done.batchId()))
                .extracting(RowError::problem)
                .singleElement()
                .asString()
                .contains("ON_HOLD since 2025-12-14");
    }

    @Test
    void aFileWithoutAValidRowIsDoneAtOnce() {
        var receipt = upload(HEADER + "NOPE,2025-12-10,SHIFT_1ST,100,0,8.5,10,\n", false);
        assertThat(receipt.batch().status()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(receipt.batch().processed()).isZero();
    }

    @Test
    void ownersAndTheirClientsSeeABatchAndNobodyElse() {
        var id = upload(HEADER + GOOD, true).batch().batchId();
        assertThat(stand.feature.batches().status(LEADER, id).batchId()).isEqualTo(id);
        assertThatThrownBy(() -> stand.feature.batches().status(KpiStand.operator(KpiStand.SOCK), id))
                .isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> stand.feature.batches().confirm(KpiStand.operator(KpiStand.SOCK), id))
                .isInstanceOf(AppError.NotFound.class);
    }

    private static BatchReceipt upload(String csv, boolean waits) {
        return stand.feature.batches().upload(OPERATOR, "shift.csv", csv.getBytes(StandardCharsets.UTF_8), waits);
    }
}
