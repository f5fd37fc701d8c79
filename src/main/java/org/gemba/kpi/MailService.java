package org.gemba.kpi;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.KpiClients;
import org.gemba.kpi.data.MailTable;
import org.gemba.kpi.mail.MailAddresses;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Who gets which report at what time. What is due is queued once for each day and sent by the task engine, which tries
/// again with growing pauses while the mail server is away.
public final class MailService {
    private static final Pattern DAILY = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9]) daily");
    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_RUNS = 500;

    private final MailTable table;
    private final KpiClients clients;
    private final Supplier<Tasks> tasks;
    private final TaskKind<MailWork.Order> kind;
    private final Clock clock;
    private final Map<Long, MailSchedule> active = new ConcurrentHashMap<>();

    MailService(
            MailTable table, KpiClients clients, Supplier<Tasks> tasks, TaskKind<MailWork.Order> kind, Clock clock) {
        this.table = table;
        this.clients = clients;
        this.tasks = tasks;
        this.kind = kind;
        this.clock = clock;
    }

    /// Puts every schedule in force. Called once at the start.
    void start() {
        table.active().forEach(this::arm);
    }

    /// @throws AppError.InvalidInput with every field that breaks a rule
    public MailSchedule create(Caller caller, NewMailSchedule wanted) {
        caller.require(Permission.REPORTS_SCHEDULE);
        if (!caller.mayUseClient(wanted.clientId())) throw new AppError.Forbidden("This client is not yours to see");
        var client =
                clients.find(wanted.clientId()).orElseThrow(() -> new AppError.NotFound("Client", wanted.clientId()));
        var schedule = checked(caller, wanted, client);
        var stored = table.insert(caller, schedule);
        arm(stored);
        return stored;
    }

    private MailSchedule checked(Caller caller, NewMailSchedule wanted, Client client) {
        var faults = new ArrayList<FieldError>();
        if (!wanted.reportType().equals("daily_production"))
            faults.add(
                    FieldError.body("report_type", wanted.reportType(), new Rule.OneOf(List.of("daily_production"))));
        checkRecipients(wanted.recipients(), faults);
        var at = time(wanted.schedule(), faults);
        var zone = zone(wanted.timezone(), client, faults);
        var locale = locale(wanted.language(), faults);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        return new MailSchedule(
                0,
                client.clientId(),
                MailSchedule.ReportType.DAILY_PRODUCTION,
                List.copyOf(new LinkedHashSet<>(wanted.recipients())),
                at,
                zone,
                locale,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.username());
    }

    private static void checkRecipients(List<String> recipients, List<FieldError> faults) {
        if (recipients.isEmpty()) faults.add(FieldError.body("recipients", null, new Rule.Required()));
        if (recipients.size() > MOST_RECIPIENTS)
            faults.add(FieldError.body(
                    "recipients", recipients.size(), new Rule.Broken("must be at most " + MOST_RECIPIENTS)));
        for (int i = 0; i < recipients.size(); i++) {
            if (!MailAddresses.isOne(recipients.get(i)))
                faults.add(FieldError.body(
                        "recipients[" + i + "]", recipients.get(i), new Rule.Broken("must be an e-mail address")));
        }
    }

    private static LocalTime time(String text, List<FieldError> faults) {
        var match = DAILY.matcher(text);
        if (match.matches()) return LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        faults.add(FieldError.body("schedule", text, new Rule.Broken("must be like 06:00 daily")));
        return LocalTime.MIDNIGHT;
    }

    private static ZoneId zone(@Nullable String text, Client client, List<FieldError> faults) {
        if (text == null) return client.zone();
        try {
            if (ZoneId.getAvailableZoneIds().contains(text)) return ZoneId.of(text);
        } catch (DateTimeException e) {
            // told below, as for every other text that is no zone
        }
        faults.add(FieldError.body("timezone", text, new Rule.Broken("must be an IANA zone like America/Mexico_City")));
        return client.zone();
    }

    private static Locale locale(@Nullable String text, List<FieldError> faults) {
        if (text == null || text.equals("en")) return Texts.ENGLISH;
        if (text.equals("zh")) return Texts.CHINESE;
        faults.add(FieldError.body("language", text, new Rule.OneOf(List.of("en", "zh"))));
        return Texts.ENGLISH;
    }

    /// Schedules for the demo, one a client, whose first mails leave at once; nothing when there are schedules.
    public void fillWithSample(Caller caller) {
        if (!active.isEmpty()) return;
        for (var client : clients.active()) {
            due(create(
                    caller,
                    new NewMailSchedule(
                            client.clientId(),
                            "daily_production",
                            List.of("manager@gemba.example"),
                            "06:00 daily",
                            null,
                            null)));
        }
    }

    /// Of the caller's clients, oldest first.
    public List<MailSchedule> list(Caller caller) {
        caller.require(Permission.REPORTS_SCHEDULE);
        return active.values().stream()
                .filter(schedule -> caller.mayUseClient(schedule.clientId()))
                .sorted((one, two) -> Long.compare(one.id(), two.id()))
                .toList();
    }

    /// @throws AppError.NotFound for an unknown one and for one of another client alike
    public void remove(Caller caller, long id) {
        caller.require(Permission.REPORTS_SCHEDULE);
        var schedule = active.get(id);
        if (schedule == null || !caller.mayUseClient(schedule.clientId()))
            throw new AppError.NotFound("Schedule", Long.toString(id));
        table.remove(caller, schedule);
        active.remove(id);
        tasks.get().reschedule(name(id));
    }

    /// What was sent and what waits, newest first.
    public List<MailRun> runs(Caller caller) {
        caller.require(Permission.REPORTS_SCHEDULE);
        var ids = caller.may(Permission.CLIENTS_ALL)
                ? clients.active().stream().map(Client::clientId).toList()
                : caller.clientIds();
        return table.runs(ids, MOST_RUNS);
    }

    /// The schedule of a mail, also of one that was removed meanwhile.
    public Optional<MailSchedule> scheduleOf(MailRun run) {
        return table.scheduleOf(run);
    }

    /// Sends a mail that was given up, or that may not have left.
    ///
    /// @throws AppError.Conflict for one that was sent or still waits
    public void sendAgain(Caller caller, long runId) {
        caller.require(Permission.REPORTS_SCHEDULE);
        var run = table.run(runId)
                .filter(found -> table.scheduleOf(found)
                        .filter(schedule -> caller.mayUseClient(schedule.clientId()))
                        .isPresent())
                .orElseThrow(() -> new AppError.NotFound("Mail", Long.toString(runId)));
        if (run.state() != MailRun.State.FAILED && run.state() != MailRun.State.UNCERTAIN)
            throw new AppError.Conflict("Only a mail that was given up or may not have left can be sent again.");
        table.again(caller, run, id -> submit(id, caller.username()));
    }

    /// When it is sent next.
    public Optional<Instant> next(MailSchedule schedule) {
        return tasks.get().nextStart(name(schedule.id()));
    }

    private void arm(MailSchedule schedule) {
        long id = schedule.id();
        active.put(id, schedule);
        tasks.get()
                .daily(
                        name(id),
                        () -> active.containsKey(id) ? List.of(schedule.at()) : List.of(),
                        schedule::zone,
                        () -> due(schedule));
    }

    private static String name(long id) {
        return "kpi.mail." + id;
    }

    /// The latest time that has passed, in the schedule's zone, decides which day is reported.
    void due(MailSchedule schedule) {
        if (!active.containsKey(schedule.id())) return;
        var now = clock.instant();
        var today = now.atZone(schedule.zone()).toLocalDate();
        var at = today.atTime(schedule.at()).atZone(schedule.zone()).toInstant();
        var day = at.isAfter(now) ? today.minusDays(1) : today;
        var due = day.atTime(schedule.at()).atZone(schedule.zone()).toInstant();
        table.queue(schedule, day.minusDays(1), due, id -> submit(id, schedule.createdBy()));
    }

    private UUID submit(long runId, String who) {
        return tasks.get().submit(kind, new MailWork.Order(runId), who);
    }
}
