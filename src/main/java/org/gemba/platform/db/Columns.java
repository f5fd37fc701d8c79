package org.gemba.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// How Java values stand in columns: an `Instant` is a `timestamp with time zone` in UTC, a `UUID` a `uuid`. Through
/// `java.sql.Timestamp` an instant would pass the machine's zone and lose an hour when the clocks go back.
final class Columns {
    private Columns() {}

    static Jdbi register(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerColumnMapper(Instant.class, (ColumnMapper<@Nullable Instant>) Columns::instant);
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerColumnMapper(UUID.class, (ColumnMapper<@Nullable UUID>) Columns::uuid);
        return jdbi;
    }

    private static @Nullable Instant instant(ResultSet row, int column, StatementContext context) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UUID uuid(ResultSet row, int column, StatementContext context) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
