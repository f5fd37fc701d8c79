package org.gemba.platform.db;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the schema up to what this program knows: the SQL files `org/gemba/<room>/migration/V<n>_<nnn>__<what>.sql`
/// of every room. Rooms number their files independently, so a file may be new although a later room's is applied.
final class Migrations {
    private Migrations() {}

    /// @throws DatabaseRefused when one fails
    static void run(DataSource admin, List<String> rooms, String where) {
        try {
            flyway(admin, rooms).migrate();
        } catch (FlywayException e) {
            var reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw new DatabaseRefused(
                    "The database " + where + " could not be brought up to date and is as it was: " + reason, e);
        }
    }

    static boolean arePending(DataSource admin, List<String> rooms) {
        return flyway(admin, rooms).info().pending().length > 0;
    }

    /// @throws DatabaseRefused when the schema was made by a newer program
    static void refuseNewer(DataSource admin, List<String> rooms, String where) {
        var unknown = Arrays.stream(flyway(admin, rooms).info().all())
                .filter(info -> info.getState() == MigrationState.MISSING_SUCCESS
                        || info.getState() == MigrationState.FUTURE_SUCCESS)
                .map(Migrations::name)
                .collect(Collectors.joining(", "));
        if (unknown.isEmpty()) return;
        throw new DatabaseRefused("The database " + where + " was made by a newer Gemba (it has " + unknown
                + "); start that one, or restore a backup made with this version.");
    }

    private static Flyway flyway(DataSource admin, List<String> rooms) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(admin)
                .locations(rooms.stream()
                        .map(room -> "classpath:org/gemba/" + room + "/migration")
                        .toArray(String[]::new))
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load();
    }

    private static String name(MigrationInfo info) {
        return "V" + info.getVersion() + " " + info.getDescription();
    }
}
