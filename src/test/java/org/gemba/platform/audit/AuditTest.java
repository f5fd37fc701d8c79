package org.gemba.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    record Stock(String place, BigDecimal quantity) {}

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private final Audit audit = new Audit(Clock.fixed(NOON, ZoneOffset.UTC));
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void change(String who, String id, Stock before, Stock after) {
        database.write(handle -> {
            audit.record(handle, who, before == null ? "create" : "update", "stock", id, before, after);
            return id;
        });
    }

    @Test
    void aLineTellsWhoChangedWhatFromWhichValueToWhich() {
        var first = new Stock("A-1 货架", new BigDecimal("10.50"));
        change("li", "P1", null, first);
        change("wang", "P1", first, new Stock("A-1 货架", new BigDecimal("9.50")));
        change("wang", "P2", null, first);
        var history = database.read(handle -> audit.list(handle, AuditFilter.of("stock", "P1", 10)));
        assertThat(history)
                .extracting(AuditLine::who, AuditLine::action, AuditLine::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("wang", "update", NOON),
                        org.assertj.core.groups.Tuple.tuple("li", "create", NOON));
        assertThat(history.getFirst().before()).isEqualTo("{\"place\":\"A-1 货架\",\"quantity\":10.50}");
        assertThat(history.getLast().before()).isNull();
        var ofWang = new AuditFilter("wang", null, null, NOON, NOON.plusSeconds(1), 10, 0);
        assertThat(database.<java.util.List<AuditLine>>read(handle -> audit.list(handle, ofWang)))
                .hasSize(2);
        var before = new AuditFilter(null, null, null, null, NOON, 10, 0);
        assertThat(database.<java.util.List<AuditLine>>read(handle -> audit.list(handle, before)))
                .isEmpty();
        assertThat(database.<java.util.List<AuditLine>>read(handle -> audit.list(handle, AuditFilter.newest(1))))
                .extracting(AuditLine::entityId)
                .containsExactly("P2");
    }

    @Test
    void aChangeThatFailsLeavesNoLine() {
        assertThatThrownBy(() -> database.write(handle -> {
                    audit.record(handle, "li", "create", "stock", "P1", null, null);
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        assertThat(database.<java.util.List<AuditLine>>read(handle -> audit.list(handle, AuditFilter.newest(1))))
                .isEmpty();
    }
}
