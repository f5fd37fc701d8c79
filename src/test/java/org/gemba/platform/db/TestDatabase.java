package org.gemba.platform.db;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A real, migrated database file in a folder of the test's own.
public final class TestDatabase {
    private static final List<String> ROOMS =
            List.of("platform", "access", "erp", "mto", "tracking", "kpi", "inventory", "planning", "assistant");

    private TestDatabase() {}

    /// With the migrations of every room that has some.
    public static Database open(Path folder) {
        return Database.open(DatabaseSettings.embedded(folder), rooms());
    }

    public static List<String> rooms() {
        return ROOMS.stream().filter(TestDatabase::hasMigrations).toList();
    }

    private static boolean hasMigrations(String room) {
        return Stream.of("/migration")
                .anyMatch(folder ->
                        TestDatabase.class.getClassLoader().getResource("org/gemba/" + room + folder) != null);
    }
}
