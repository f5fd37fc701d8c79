package org.gemba.platform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.DatabaseSettings;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.platform.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    @Timeout(150)
    void nothingAcknowledgedIsLostByTwentyKills() throws Exception {
        var entries = new ArrayList<String>();
        var tasks = new ArrayList<UUID>();
        for (int round = 0; round < KILLS; round++) {
            for (var line : oneLife(round)) {
                var words = line.split(" ");
                if (words[0].equals("entry")) entries.add(words[1]);
                else tasks.add(UUID.fromString(words[1]));
            }
        }
        assertThat(entries).hasSizeGreaterThan(KILLS * 5);
        try (var held = DataFolder.open(folder);
                var database = Database.open(DatabaseSettings.embedded(held.path()), List.of("platform"))) {
            everyEntryIsWholly(database, entries);
            noTaskIsLeftRunning(database, tasks);
        }
    }

    private List<String> oneLife(int round) throws InterruptedException {
        try (var victim = Victim.start(EntryVictim.class, folder.toString(), Integer.toString(round))) {
            victim.awaitReady();
            return victim.killAfter(random.nextInt(300));
        }
    }

    /// The acknowledged entries are there with all their rows, and none is there in part.
    private void everyEntryIsWholly(Database database, List<String> acknowledged) {
        Map<String, Integer> rows = database.read(handle -> {
            var counts = new HashMap<String, Integer>();
            handle.createQuery("select entity_id, count(*) from audit_line where type = 'entry' group by entity_id")
                    .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
        assertThat(rows.keySet()).as("seed %d", seed).containsAll(acknowledged);
        assertThat(rows.values()).as("seed %d", seed).containsOnly(EntryVictim.ROWS_OF_AN_ENTRY);
    }

    private void noTaskIsLeftRunning(Database database, List<UUID> acknowledged) throws InterruptedException {
        var events = new Events();
        var changes = new LinkedBlockingQueue<TaskChanged>();
        events.on(TaskChanged.class, changes::add);
        try (var tasks =
                new Tasks(database, events, Clock.systemUTC(), List.of(EntryVictim.RESUMABLE, EntryVictim.FRAGILE))) {
            tasks.start();
            while (tasks.list(TaskFilter.newest(10_000)).stream()
                    .anyMatch(task -> !task.state().isOver())) {
                assertThat(changes.poll(20, TimeUnit.SECONDS))
                        .as("seed %d", seed)
                        .isNotNull();
                changes.clear();
            }
            for (var id : acknowledged) {
                var task = tasks.find(id).orElseThrow(() -> new AssertionError("task lost, seed " + seed));
                if (task.state() == State.COMPLETED) continue;
                assertThat(task.state()).isEqualTo(State.FAILED);
                assertThat(task.error()).contains("interrupted");
            }
        }
    }
}
