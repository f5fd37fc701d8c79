package org.gemba.platform.db;

import java.nio.file.Path;
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
    private final Flyway flyway;
    private final Path database;

    Migrations(DataSource admin, List<String> rooms, Path database) {
        this.database = database;
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(admin)
                .locations(rooms.stream()
                        .map(room -> "classpath:org/gemba/" + room + "/migration")
                        .toArray(String[]::new))
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load();
    }

    /// @throws DatabaseRefused when the schema was made by a newer program
    boolean arePending() {
        var info = flyway.info();
        var unknown = Arrays.stream(info.all())
                .filter(Migrations::isUnknown)
                .map(Migrations::name)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new DatabaseRefused("The database " + database + " was made by a newer Gemba (it has " + unknown
                    + "); start that one, or restore a backup made with this version.");
        }
        return info.pending().length > 0;
    }

    private static boolean isUnknown(MigrationInfo info) {
        return info.getState() == MigrationState.MISSING_SUCCESS || info.getState() == MigrationState.FUTURE_SUCCESS;
    }

    private static String name(MigrationInfo info) {
        return "V" + info.getVersion() + " " + info.getDescription();
    }

    /// @throws DatabaseRefused when one fails
    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            var reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw new DatabaseRefused(
                    "The database " + database + " could not be brought up to date and is as it was: " + reason, e);
        }
    }
}
