package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.demo.story.Story;
import org.gemba.kpi.data.EntryDayTable;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleShopTest {
    @TempDir
    Path folder;

    @Test
    void theDemoShopIsBelievableAndQuicklyThere() {
        try (var stand = new KpiStand(TestDatabase.open(folder))) {
            var story = Story.seenFrom(KpiStand.SOCK_TODAY);
            long begin = System.nanoTime();
            stand.feature.fillWithSample(file -> story.rows("kpi/" + file), story.shift());
            assertThat((System.nanoTime() - begin) / 1_000_000_000L).isLessThan(8);
            stand.feature.fillWithSample(file -> story.rows("kpi/" + file), story.shift());
            var all = stand.feature.entries().list(Caller.system(), null, null, null, null, null, 1, 0);
            assertThat(all.total()).isBetween(600L, 2_000L);
            var days = stand.database.read(handle -> EntryDayTable.between(handle, List.of(KpiStand.BOOT), null, null));
            assertThat(days.getLast().shiftDate()).isEqualTo(KpiStand.SOCK_TODAY);
            assertThat(days).allMatch(day -> day.shiftDate().getDayOfWeek().getValue() < 7);
            var month =
                    new KpiScope(List.of(KpiStand.BOOT), KpiStand.SOCK_TODAY.minusDays(29), KpiStand.SOCK_TODAY, null);
            var board = stand.figures.figures().board(Caller.system(), month);
            assertThat(board.totals().production().entries()).isGreaterThan(50);
            assertThat(board.totals().production().rowsBySource()).hasSizeGreaterThan(1);
        }
    }
}
