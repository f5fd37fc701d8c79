package org.gemba.platform.kill;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.DatabaseSettings;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskKind.Overlap;
import org.gemba.platform.tasks.Tasks;

/// Enters rows from several threads and runs tasks, and says each entry and each task once it was acknowledged.
final class EntryVictim {
    static final int ROWS_OF_AN_ENTRY = 3;
    private static final int THREADS = 6;

    record Steps(int count) {}

    /// Goes on from its checkpoint.
    static final TaskKind<Steps> RESUMABLE =
            TaskKind.once("kill.resumable", Steps.class, Overlap.ALLOWED, EntryVictim::steps);

    /// Cannot go on, and is tried once.
    static final TaskKind<Steps> FRAGILE =
            TaskKind.once("kill.fragile", Steps.class, Overlap.ALLOWED, (steps, context) -> {
                for (int step = 0; step < steps.count(); step++) pause();
                return "done";
            });

    private EntryVictim() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = DataFolder.open(Path.of(args[0]));
        var database = Database.open(DatabaseSettings.embedded(folder.path()), List.of("platform"));
        var clock = Clock.systemUTC();
        var tasks = new Tasks(database, new Events(), clock, List.of(RESUMABLE, FRAGILE));
        tasks.start();
        out.println("ready");
        var audit = new Audit(clock);
        IntStream.range(0, THREADS)
                .forEach(thread -> Thread.ofPlatform().start(() -> {
                    for (int entry = 0; ; entry++) {
                        var id = args[1] + "-" + thread + "-" + entry;
                        database.write(handle -> {
                            for (int row = 0; row < ROWS_OF_AN_ENTRY; row++) {
                                audit.record(handle, "victim", "create", "entry", id, null, row);
                            }
                            return id;
                        });
                        out.println("entry " + id);
                    }
                }));
        while (true) {
            out.println("task " + tasks.submit(RESUMABLE, new Steps(40), "victim"));
            out.println("task " + tasks.submit(FRAGILE, new Steps(10), "victim"));
            LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
        }
    }

    static String steps(Steps steps, TaskContext context) {
        int from = context.lastCheckpoint().map(Integer::parseInt).orElse(0);
        for (int step = from; step < steps.count(); step++) {
            pause();
            context.checkpoint(Integer.toString(step + 1));
        }
        return "done";
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
}
