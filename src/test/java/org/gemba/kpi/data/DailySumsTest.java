package org.gemba.kpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.gemba.kpi.EntryDay;
import org.gemba.kpi.EntryFilter;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.Priority;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailySumsTest {
    private static final Instant NOW = Instant.parse("2025-12-15T14:30:45Z");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 1);

    @TempDir
    Path folder;

    @Test
    void stayTrueWhateverIsInsertedChangedAndWithdrawn() {
        try (var database = TestDatabase.open(folder)) {
            long first = database.write(handle -> WorkOrderTable.insert(handle, order("WO-1")));
            long second = database.write(handle -> WorkOrderTable.insert(handle, order("WO-2")));
            var random = new Random(7);
            var stored = new ArrayList<ProductionEntry>();
            for (int round = 0; round < 120; round++) {
                if (stored.isEmpty() || random.nextInt(3) > 0) {
                    var made = entry(database, random, random.nextBoolean() ? first : second);
                    database.write(handle -> {
                        EntryTable.insert(handle, made);
                        return made;
                    });
                    stored.add(made);
                } else {
                    int index = random.nextInt(stored.size());
                    var before = stored.get(index);
                    var after = changed(before, random, random.nextBoolean() ? first : second);
                    database.write(handle -> {
                        EntryTable.update(handle, before, after);
                        return after;
                    });
                    stored.set(index, after);
                }
            }
            var living = stored.stream()
                    .filter(entry -> entry.state() != EntryState.WITHDRAWN)
                    .toList();
            var sums = database.read(handle -> EntryDayTable.between(handle, null, null, null));
            assertThat(sums).containsExactlyInAnyOrderElementsOf(summed(living));
            var filter = new EntryFilter(List.of("BOOT-LINE-A"), null, null, null, null, 500, 0);
            var listed = database.read(handle -> EntryTable.list(handle, filter));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(living);
            long count = database.read(handle -> EntryTable.count(handle, filter));
            assertThat(count).isEqualTo(living.size());
            var days = living.stream()
                    .filter(entry -> entry.orderId() == first)
                    .map(ProductionEntry::shiftDate)
                    .sorted()
                    .toList();
            var found =
                    database.read(handle -> WorkOrderTable.find(handle, first)).orElseThrow();
            assertThat(found.firstEntryDate()).isEqualTo(days.getFirst());
            assertThat(found.lastEntryDate()).isEqualTo(days.getLast());
        }
    }

    private static List<EntryDay> summed(List<ProductionEntry> entries) {
        record Key(LocalDate day, long order, ShiftType shift) {}
        var sums = new HashMap<Key, EntryDay>();
        for (var entry : entries) {
            sums.merge(
                    new Key(entry.shiftDate(), entry.orderId(), entry.shiftType()), EntryDay.of(entry), EntryDay::plus);
        }
        return sums.values().stream().map(DailySumsTest::plain).toList();
    }

    private static EntryDay plain(EntryDay day) {
        return new EntryDay(
                day.clientId(),
                day.shiftDate(),
                day.orderId(),
                day.shiftType(),
                day.entries(),
                day.unitsProduced(),
                day.unitsDefective(),
                plain(day.runMinutes()),
                plain(day.shiftMinutes()),
                plain(day.labourMinutes()),
                day.downtimeMinutes(),
                day.employeesAssigned(),
                day.presentEntries(),
                day.employeesPresent());
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static ProductionEntry entry(Database database, Random random, long order) {
        var id = database.write(handle -> EntryTable.nextId(handle, NOW));
        return with(id, random, order, EntryState.RECORDED, 1);
    }

    private static ProductionEntry changed(ProductionEntry before, Random random, long order) {
        var state = random.nextInt(4) == 0 ? EntryState.WITHDRAWN : EntryState.VERIFIED;
        return with(before.entryId(), random, order, state, before.version() + 1);
    }

    private static ProductionEntry with(EntryId id, Random random, long order, EntryState state, int version) {
        return new ProductionEntry(
                id,
                "BOOT-LINE-A",
                order,
                null,
                DAY.plusDays(random.nextInt(3)),
                ShiftType.values()[random.nextInt(2)],
                null,
                random.nextInt(200),
                0,
                plain(BigDecimal.valueOf(1 + random.nextInt(80), 1)),
                1 + random.nextInt(12),
                orNull(random, random.nextInt(2)),
                random.nextBoolean() ? new BigDecimal("9") : null,
                random.nextInt(90),
                "",
                EntryMethod.API,
                null,
                state,
                NOW,
                "user-1",
                "operator1",
                null,
                null,
                null,
                null,
                version);
    }

    private static @Nullable Integer orNull(Random random, int value) {
        return random.nextBoolean() ? value : null;
    }

    private static WorkOrder order(String number) {
        return new WorkOrder(
                0,
                "BOOT-LINE-A",
                number,
                "ROPER-BOOT",
                500,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("0.25"),
                Priority.STANDARD,
                null,
                null,
                null,
                WorkOrderStatus.ACTIVE,
                NOW,
                null,
                null,
                NOW,
                "leader1",
                NOW,
                "leader1",
                1);
    }
}
