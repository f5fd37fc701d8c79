package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small file system of its own; skipped, and loudly so, where none can be mounted.
class DiskFullTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @BeforeEach
    void mount() throws Exception {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString());
        if (!mounted) System.err.println("SKIPPED: no small disk can be mounted here, a full disk was NOT tested");
        assumeTrue(mounted, "no small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void takeAllBut(int bytes) throws IOException {
        var filler = folder.resolve("filler");
        Files.deleteIfExists(filler);
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(filler, new byte[(int) (free - bytes)]);
    }

    private void enter(Database database, String id) {
        var text = new byte[4000];
        random.nextBytes(text);
        database.write(h -> h.execute(
                "insert into audit_line (at, who, action, type, entity_id, after_state) values (?, 'a', 'b', 'c', ?, ?)",
                Instant.EPOCH,
                id,
                java.util.HexFormat.of().formatHex(text)));
    }

    private static List<String> ids(Database database) {
        return database.read(h -> h.createQuery("select entity_id from audit_line order by id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void nothingIsBegunOnADiskThatIsNearlyFull() throws Exception {
        try (var database = Database.open(DatabaseSettings.embedded(folder), List.of("platform"), 4 * MEGABYTE)) {
            enter(database, "before");
            takeAllBut(3 * MEGABYTE);
            assertThatThrownBy(() -> enter(database, "refused"))
                    .isInstanceOf(AppError.Unavailable.class)
                    .hasMessageContainingAll(folder.toString(), "is full", "3 MB left", "4 MB are needed");
            assertThat(ids(database)).containsExactly("before");
            Files.delete(folder.resolve("filler"));
            enter(database, "after");
            assertThat(ids(database)).containsExactly("before", "after");
        }
    }

    @Test
    void afterTheDiskWasFullEverythingAcknowledgedIsThereAndWritingGoesOn() throws Exception {
        var acknowledged = new ArrayList<String>();
        try (var database = Database.open(DatabaseSettings.embedded(folder), List.of("platform"), 0)) {
            for (int round = 0; round < 3; round++) {
                takeAllBut(2 * MEGABYTE);
                fillUp(database, acknowledged, "round " + round);
                Files.delete(folder.resolve("filler"));
                enterWhenItWorks(database, acknowledged, "after round " + round);
                assertThat(ids(database)).containsAll(acknowledged);
            }
            assertThat(ids(database)).containsAll(acknowledged);
        }
        try (var database = Database.open(DatabaseSettings.embedded(folder), List.of("platform"), 0)) {
            assertThat(ids(database)).containsAll(acknowledged);
        }
    }

    private void fillUp(Database database, List<String> acknowledged, String round) {
        for (int i = 0; i < 2000; i++) {
            var id = round + " " + i;
            try {
                enter(database, id);
                acknowledged.add(id);
            } catch (AppError.Unavailable e) {
                return;
            }
        }
        throw new AssertionError("the disk never became full");
    }

    private void enterWhenItWorks(Database database, List<String> acknowledged, String id) throws InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                enter(database, id);
                acknowledged.add(id);
                return;
            } catch (AppError.Unavailable e) {
                var unused = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("writing did not go on by itself");
    }
}
