package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the data folder at a start: never an empty start over old data, always one clear line.
class DatabaseFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("gemba.mv.db");
    }

    private void fill(int rows) {
        try (var database = TestDatabase.open(folder)) {
            for (int row = 0; row < rows; row++) {
                int number = row;
                database.write(h -> h.execute(
                        "insert into audit_line (at, who, action, type, entity_id, after_state) values (?, 'a', 'b', 'c', ?, ?)",
                        Instant.EPOCH,
                        "row " + number,
                        "x".repeat(500)));
            }
        }
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> TestDatabase.open(folder).close())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining(file().toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aMissingFileIsNotReplacedByAnEmptyOne() throws Exception {
        fill(1);
        Files.delete(file());
        refused("is missing", "restore a backup");
        assertThat(file()).doesNotExist();
        Files.createFile(file());
        refused("is empty");
        assertThat(file()).isEmptyFile();
        Files.delete(file());
        Files.delete(folder.resolve("installation"));
        refused("");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        fill(1);
        var garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(file(), garbage);
        refused("is damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(garbage);
    }

    @Test
    void bothHeadersDestroyedIsTold() throws Exception {
        fill(50);
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.write(new byte[8192]);
        }
        refused("is damaged");
    }

    @Test
    void aFileThatWasCutOffIsNoticedAlthoughItOpens() throws Exception {
        fill(400);
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.setLength(raw.length() / 2 / 4096 * 4096);
        }
        assertThatThrownBy(() -> TestDatabase.open(folder).close()).isInstanceOf(DatabaseRefused.class);
    }

    @Test
    void anOlderCopyIsNoticedUntilThatIsAccepted() throws Exception {
        fill(10);
        var copy = Files.copy(file(), folder.resolve("copy"));
        fill(5);
        Files.move(copy, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused("has lost its last", "gemba.acknowledged");
        Files.delete(folder.resolve("gemba.acknowledged"));
        assertThatCode(() -> TestDatabase.open(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void theDatabaseOfAnotherFolderIsRefused(@TempDir Path other) throws Exception {
        fill(1);
        TestDatabase.open(other).close();
        Files.copy(other.resolve("gemba.mv.db"), file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused("belongs to another data folder");
    }

    @Test
    void aForeignDatabaseIsRefused() throws Exception {
        try (var foreign = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("gemba") + ";DATABASE_TO_LOWER=TRUE", "gemba", "");
                var statement = foreign.createStatement()) {
            statement.execute("create table bookkeeping (id int)");
        }
        refused("is not one of Gemba's");
    }

    @Test
    void aNewerSchemaIsRefused() {
        try (var database = TestDatabase.open(folder)) {
            database.write(h -> h.execute(
                    "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                            + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                            + " values (999, '1.999', 'from the future', 'SQL', 'V1_999__x.sql', 1, 'me', 1, true)"));
        }
        refused("made by a newer Gemba", "V1.999 from the future");
    }

    @Test
    void aSecondOpeningIsToldThatItIsInUse() throws Exception {
        try (var first = TestDatabase.open(folder)) {
            assertThat(first).isNotNull();
            var other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opener.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(other.getInputStream().readAllBytes());
            assertThat(said).contains("is in use by another program");
        }
        assertThat(UUID.fromString(
                        Files.readString(folder.resolve("installation")).strip()))
                .isNotNull();
    }

    static final class Opener {
        private Opener() {}

        public static void main(String[] args) {
            try {
                TestDatabase.open(Path.of(args[0]));
            } catch (DatabaseRefused e) {
                System.out.println(e.getMessage());
            }
            System.exit(0);
        }
    }
}
