package org.gemba.mto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.erp.SyncFinished;
import org.gemba.mto.MtoFeature.WarmOrder;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtoFeatureTest {
    @TempDir
    static Path folder;

    private static Database database;

    private final FakeErp erp = new FakeErp();
    private final Events events = new Events();

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private MtoFeature feature(String warmOnStart) {
        var settings = new SettingsSource(name ->
                Optional.ofNullable(Map.of("MTO_WARM_ON_START", warmOnStart).get(name)));
        return new MtoFeature(
                erp,
                database,
                events,
                settings,
                new Texts(List.of("mto")),
                Clock.fixed(Documents.NOW, ZoneOffset.UTC),
                () -> ZoneOffset.UTC);
    }

    private static int kept(MtoFeature feature) {
        return feature.service().cacheStats(Caller.system()).size();
    }

    @Test
    void aFinishedSyncEmptiesTheMemory() {
        erp.store(new Documents("AS1").sold("07.01", 0, "1"), Documents.NOW);
        var feature = feature("off");
        feature.start();
        feature.service().status(Caller.system(), "AS1", true);
        assertThat(kept(feature)).isEqualTo(1);
        events.publish(new SyncFinished(Documents.NOW));
        assertThat(kept(feature)).isZero();
        feature.stop();
    }

    @Test
    void startingWarmsInTheBackground() {
        erp.store(new Documents("AS1").sold("07.01", 0, "1"), Documents.NOW);
        var feature = feature("on");
        feature.start();
        while (kept(feature) == 0) Thread.onSpinWait();
        feature.stop();
    }

    @Test
    void warmingIsATask() {
        for (int mto = 1; mto <= 4; mto++) {
            erp.store(new Documents("AS" + mto).sold("07.01", 0, "1"), Documents.NOW.minus(Duration.ofMinutes(5)));
        }
        var feature = feature("off");
        try (var tasks = new Tasks(database, events, Clock.systemUTC(), feature.taskKinds())) {
            tasks.start();
            var id = tasks.submit(feature.warming(), new WarmOrder(3, false), "tester");
            while (!tasks.find(id).orElseThrow().state().isOver()) Thread.onSpinWait();
            var done = tasks.find(id).orElseThrow();
            assertThat(done.state()).isEqualTo(TaskRecord.State.COMPLETED);
            assertThat(done.result()).isEqualTo("warmed 3, failed 0");
        }
        assertThat(kept(feature)).isEqualTo(3);
    }
}
