package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {
    private static final List<String> OLD = List.of("platform");
    private static final List<String> GOOD = List.of("platform", "upgrade_good");
    private static final List<String> BROKEN = List.of("platform", "upgrade_broken");

    @TempDir
    Path folder;

    private Database open(List<String> rooms) {
        return Database.open(DatabaseSettings.embedded(folder), rooms);
    }

    private static void enter(Database database, String name) {
        database.write(h -> h.execute("insert into schedule_mark values (?, ?)", name, Instant.EPOCH));
    }

    private static List<String> tables(Handle h) {
        return h.createQuery("select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class)
                .list();
    }

    private static List<String> names(Handle h) {
        return h.createQuery("select name from schedule_mark order by name")
                .mapTo(String.class)
                .list();
    }

    @Test
    void anUpgradeKeepsTheDataAndTheOldFile() {
        try (var database = open(OLD)) {
            enter(database, "before");
        }
        try (var database = open(GOOD)) {
            assertThat(database.<List<String>>read(UpgradeTest::tables)).contains("upgraded");
            assertThat(database.<List<String>>read(UpgradeTest::names)).containsExactly("before");
            enter(database, "after");
        }
        assertThat(folder.resolve("gemba.before-upgrade.mv.db")).exists();
        assertThatThrownBy(() -> open(OLD)).isInstanceOf(DatabaseRefused.class).hasMessageContaining("newer Gemba");
    }

    @Test
    void aMigrationThatFailsIsTakenBackWhole() {
        try (var database = open(OLD)) {
            enter(database, "before");
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> open(BROKEN))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContainingAll(folder.resolve("gemba.mv.db").toString(), "is as it was", "broken")
                    .message()
                    .doesNotContain("\n");
        }
        try (var database = open(OLD)) {
            assertThat(database.<List<String>>read(UpgradeTest::tables)).doesNotContain("half_done");
            assertThat(database.<List<String>>read(UpgradeTest::names)).containsExactly("before");
        }
    }

    @Test
    void anUpgradeThatWasKilledIsTakenBackAndDoneAgain() throws Exception {
        try (var database = open(OLD)) {
            enter(database, "before");
        }
        var file = folder.resolve("gemba.mv.db");
        Files.copy(file, folder.resolve("gemba.upgrade-in-progress.mv.db"));
        try (var half = DriverManager.getConnection(
                        "jdbc:h2:async:" + folder.resolve("gemba") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "gemba",
                        "");
                var statement = half.createStatement()) {
            statement.execute("create table upgraded (id integer primary key)");
        }
        try (var database = open(GOOD)) {
            assertThat(database.<List<String>>read(UpgradeTest::names)).containsExactly("before");
        }
    }

    @Test
    void aFirstDatabaseThatWasNotFinishedIsMadeAnew() throws Exception {
        try (var half = DriverManager.getConnection(
                        "jdbc:h2:async:" + folder.resolve("gemba") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "gemba",
                        "");
                var statement = half.createStatement()) {
            statement.execute("create table \"flyway_schema_history\" (id integer)");
            statement.execute("create table task (id integer)");
        }
        try (var database = open(OLD)) {
            enter(database, "works");
        }
    }
}
