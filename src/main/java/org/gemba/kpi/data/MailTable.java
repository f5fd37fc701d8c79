package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.gemba.access.Caller;
import org.gemba.kpi.MailRun;
import org.gemba.kpi.MailSchedule;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Cells;
import org.gemba.platform.db.Database;
import org.gemba.platform.i18n.Texts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Schedules of mails, and each mail that came of them.
public final class MailTable {
    private static final String AUDITED = "mail_schedule";
    private static final int LONGEST_PROBLEM = 1000;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    public MailTable(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// @return with its id
    public MailSchedule insert(Caller caller, MailSchedule schedule) {
        return database.write(handle -> {
            long id = handle.createUpdate("""
                            insert into kpi_mail_schedule (client_id, report_type, recipients, send_at, timezone,
                                language, is_active, created_at, created_by)
                            values (:client, :type, :recipients, :at, :zone, :language, true, :created, :by)""")
                    .bind("client", schedule.clientId())
                    .bind("type", schedule.type().name())
                    .bind("recipients", String.join("\n", schedule.recipients()))
                    .bind("at", schedule.at())
                    .bind("zone", schedule.zone().getId())
                    .bind("language", schedule.locale().getLanguage())
                    .bind("created", schedule.createdAt())
                    .bind("by", schedule.createdBy())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            var stored = find(handle, id).orElseThrow();
            audit.record(handle, caller.username(), "create", AUDITED, Long.toString(id), null, told(stored));
            return stored;
        });
    }

    /// Its mails stay in the list of what was sent.
    public void remove(Caller caller, MailSchedule schedule) {
        database.write(handle -> {
            handle.execute("update kpi_mail_schedule set is_active = false where id = ?", schedule.id());
            var id = Long.toString(schedule.id());
            audit.record(handle, caller.username(), "delete", AUDITED, id, told(schedule), null);
            return id;
        });
    }

    private record Told(String clientId, String type, List<String> recipients, String at, String zone) {}

    private static Told told(MailSchedule schedule) {
        return new Told(
                schedule.clientId(),
                schedule.type().name(),
                schedule.recipients(),
                schedule.told(),
                schedule.zone().getId());
    }

    public Optional<MailSchedule> find(long id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<MailSchedule> find(Handle handle, long id) {
        return handle.createQuery("select * from kpi_mail_schedule where id = :id and is_active")
                .bind("id", id)
                .map((row, context) -> schedule(row))
                .findOne();
    }

    /// Every schedule that is in force, oldest first.
    public List<MailSchedule> active() {
        return database.read(handle -> handle.createQuery("select * from kpi_mail_schedule where is_active order by id")
                .map((row, context) -> schedule(row))
                .list());
    }

    private static MailSchedule schedule(ResultSet row) throws SQLException {
        return new MailSchedule(
                row.getLong("id"),
                row.getString("client_id"),
                MailSchedule.ReportType.valueOf(row.getString("report_type")),
                List.of(row.getString("recipients").split("\n", -1)),
                row.getObject("send_at", LocalTime.class),
                ZoneId.of(row.getString("timezone")),
                row.getString("language").equals("zh") ? Texts.CHINESE : Texts.ENGLISH,
                Cells.instant(row, "created_at"),
                row.getString("created_by"));
    }

    /// Queues the mail of one day, once: the row and the task that works on it are one write.
    ///
    /// @param submit queues the task for the run with that id
    /// @return false when there is one for that day already
    public boolean queue(MailSchedule schedule, LocalDate day, Instant due, LongFunction<UUID> submit) {
        return database.write(handle -> {
            boolean isKnown =
                    handle.createQuery("select count(*) from kpi_mail_run where schedule_id = ? and report_day = ?")
                                    .bind(0, schedule.id())
                                    .bind(1, day)
                                    .mapTo(Integer.class)
                                    .one()
                            > 0;
            if (isKnown) return false;
            long id = handle.createUpdate("""
                            insert into kpi_mail_run (schedule_id, report_day, state, attempts, message_id, due_at,
                                changed_at) values (:schedule, :day, 'QUEUED', 0, :message, :due, :now)""")
                    .bind("schedule", schedule.id())
                    .bind("day", day)
                    .bind("message", "<" + UUID.randomUUID() + "@gemba>")
                    .bind("due", due)
                    .bind("now", clock.instant())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute("update kpi_mail_run set task_id = ? where id = ?", submit.apply(id), id);
            return true;
        });
    }

    /// Gives a mail that has not surely left to a new task.
    public void again(Caller caller, MailRun run, LongFunction<UUID> submit) {
        database.write(handle -> {
            handle.execute(
                    "update kpi_mail_run set state = 'QUEUED', problem = null, changed_at = ?, task_id = ? where id = ?",
                    clock.instant(),
                    submit.apply(run.id()),
                    run.id());
            audit.record(
                    handle,
                    caller.username(),
                    "send_again",
                    "mail",
                    Long.toString(run.id()),
                    run.state().name(),
                    MailRun.State.QUEUED.name());
            return run.id();
        });
    }

    public Optional<MailRun> run(long id) {
        return database.read(handle -> handle.createQuery("select * from kpi_mail_run where id = :id")
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne());
    }

    /// Newest first.
    public List<MailRun> runs(List<String> clientIds, int most) {
        if (clientIds.isEmpty()) return List.of();
        return database.read(handle -> handle.createQuery("""
                        select r.* from kpi_mail_run r join kpi_mail_schedule s on s.id = r.schedule_id
                        where s.client_id in (<clients>) order by r.id desc limit :most""")
                .bindList("clients", clientIds)
                .bind("most", most)
                .map((row, context) -> run(row))
                .list());
    }

    /// The schedule of a run, also when it was removed meanwhile.
    public Optional<MailSchedule> scheduleOf(MailRun run) {
        return database.read(handle -> handle.createQuery("select * from kpi_mail_schedule where id = :id")
                .bind("id", run.scheduleId())
                .map((row, context) -> schedule(row))
                .findOne());
    }

    /// On the disk when it returns.
    public void set(MailRun run, MailRun.State state, int attempts, @Nullable String problem) {
        var told = problem == null || problem.length() <= LONGEST_PROBLEM
                ? problem
                : problem.substring(0, LONGEST_PROBLEM);
        database.write(handle -> handle.execute(
                "update kpi_mail_run set state = ?, attempts = ?, problem = ?, changed_at = ? where id = ?",
                state.name(),
                attempts,
                told,
                clock.instant(),
                run.id()));
    }

    private static MailRun run(ResultSet row) throws SQLException {
        return new MailRun(
                row.getLong("id"),
                row.getLong("schedule_id"),
                Cells.day(row, "report_day"),
                MailRun.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("problem"),
                Cells.instant(row, "due_at"),
                Cells.instant(row, "changed_at"));
    }
}
