package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Path file() {
        return elsewhere.resolve("copy.zip");
    }

    /// Two rows that belong together, in two tables.
    private static void enter(Database database, String name) {
        database.write(h -> {
            h.execute("insert into schedule_mark (name, looked_at) values (?, ?)", name, Instant.EPOCH);
            return h.execute(
                    "insert into audit_line (at, who, action, type, entity_id, after_state) values (?, '李''s', 'b', 'c', ?, ?)",
                    Instant.EPOCH,
                    name,
                    "'quoted'\n\"text\" 物料 \u0000".replace("\u0000", ""));
        });
    }

    private static long count(Database database, String table) {
        return database.read(h ->
                h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }

    private Restore restore(Path into) {
        return new Restore(into, TestDatabase.rooms(), NOON);
    }

    @Test
    void aBackupMadeUnderWritesHoldsOneStateAndComesBackWhole() throws Exception {
        BackupManifest manifest;
        Files.createDirectories(folder.resolve("images/a"));
        Files.writeString(folder.resolve("images/a/part.png"), "picture");
        Files.writeString(folder.resolve("secrets.key"), "TOP-SECRET-KEY");
        try (var database = TestDatabase.open(folder)) {
            IntStream.range(0, 2000).forEach(i -> enter(database, "before " + i));
            var stop = new AtomicBoolean();
            var written = new AtomicInteger();
            var writer = CompletableFuture.runAsync(() -> {
                while (!stop.get()) enter(database, "during " + written.incrementAndGet());
            });
            manifest = new Backup(database, folder, "0.1.0", NOON).write(file());
            int atEnd = written.get();
            while (written.get() == atEnd) Thread.onSpinWait();
            stop.set(true);
            writer.join();
            assertThat(count(database, "audit_line"))
                    .isGreaterThan(manifest.rows().get("audit_line"));
        }
        assertThat(manifest.rows().get("audit_line")).isGreaterThanOrEqualTo(2000);
        assertThat(manifest.rows())
                .containsEntry("schedule_mark", manifest.rows().get("audit_line"));
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("TOP-SECRET-KEY", "secrets.key");
        var into = elsewhere.resolve("other folder");
        var restored = restore(into).from(file());
        assertThat(restored.manifest()).isEqualTo(manifest);
        assertThat(into.resolve("images/a/part.png")).hasContent("picture");
        try (var database = TestDatabase.open(into)) {
            assertThat(count(database, "audit_line")).isEqualTo(manifest.rows().get("audit_line"));
            assertThat(count(database, "audit_line a join schedule_mark m on m.name = a.entity_id"))
                    .isEqualTo(manifest.rows().get("audit_line"));
            assertThat(database.<String>read(h -> h.createQuery("select who || after_state from audit_line limit 1")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("李's'quoted'\n\"text\" 物料 ");
            enter(database, "after");
        }
    }

    @Test
    void theOldFilesAreKeptAside() throws Exception {
        try (var database = TestDatabase.open(folder)) {
            enter(database, "in the backup");
            new Backup(database, folder, "0.1.0", NOON).write(file());
            enter(database, "after the backup");
        }
        var restored = restore(folder).from(file());
        try (var database = TestDatabase.open(folder)) {
            assertThat(count(database, "audit_line")).isEqualTo(1);
        }
        try (var old = TestDatabase.open(restored.oldFiles())) {
            assertThat(count(old, "audit_line")).isEqualTo(2);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "gemba.mv.db", "gemba.acknowledged", "installation", "before-restore-20261124-120000");
        }
    }

    @Test
    void aDamagedOrForeignFileIsRefusedAndNothingIsChanged() throws Exception {
        try (var database = TestDatabase.open(folder)) {
            IntStream.range(0, 300).forEach(i -> enter(database, "row " + i));
            new Backup(database, folder, "0.1.0", NOON).write(file());
        }
        var before = Files.readAllBytes(folder.resolve("gemba.mv.db"));
        var foreign = Files.writeString(elsewhere.resolve("foreign.zip"), "not a zip at all");
        assertThatThrownBy(() -> restore(folder).from(foreign))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("not a backup made by Gemba");
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(raw.length() / 3);
            raw.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        }
        assertThatThrownBy(() -> restore(folder).from(file()))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("nothing was changed");
        assertThat(Files.readAllBytes(folder.resolve("gemba.mv.db"))).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("gemba.mv.db", "gemba.acknowledged", "installation");
        }
    }

    @Test
    void aFailedBackupLeavesTheLastOneAlone() throws Exception {
        try (var database = TestDatabase.open(folder)) {
            var backup = new Backup(database, folder, "0.1.0", NOON);
            backup.write(file());
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                        .isEqualTo("rw-------");
            }
            var good = Files.readAllBytes(file());
            assertThatThrownBy(() -> backup.write(elsewhere.resolve("no such folder/copy.zip")))
                    .isInstanceOf(AppError.Unavailable.class)
                    .hasMessageContaining("no such folder");
            assertThat(Files.readAllBytes(file())).isEqualTo(good);
            try (var files = Files.list(elsewhere)) {
                assertThat(files).containsExactly(file());
            }
        }
    }
}
