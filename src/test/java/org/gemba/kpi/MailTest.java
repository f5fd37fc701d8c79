package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.demo.smtp.SmtpSink;
import org.gemba.kpi.data.KpiClients;
import org.gemba.kpi.data.MailTable;
import org.gemba.kpi.mail.Mailer;
import org.gemba.kpi.mail.SmtpSettings;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {
    private static final Caller LEADER = Shop.caller(Role.LEADER_DATACONFIG, "BOOT-LINE-A");
    private static final Reports REPORTS = new Reports();

    @TempDir
    static Path folder;

    private static Database database;
    private static SmtpSink sink;
    private static Tasks tasks;
    private static MailTable table;
    private static MailService mails;
    private static final BlockingQueue<TaskChanged> CHANGES = new LinkedBlockingQueue<>();
    private static final Now NOW = new Now();

    /// A clock that a test sets.
    private static final class Now extends Clock {
        private volatile Instant instant = Instant.parse("2026-01-10T12:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        sink = SmtpSink.start(NOW);
        var shop = new Shop(database, "BOOT-LINE-A", ZoneId.of("America/Mexico_City"));
        new Shop(database, "SOCK-FAC-B", ZoneId.of("Asia/Shanghai"));
        var day = LocalDate.of(2026, 1, 9);
        var order = shop.order("WO-1", "ROPER", 500, "0.25", Shop.Plan.of(day, day));
        shop.entry(order, null, day, ShiftType.SHIFT_1ST, Shop.Made.of(100, 2, "8.5", 10));
        var events = new Events();
        var texts = new Texts(List.of("kpi"));
        var figures = new KpiService(database, events, NOW);
        var reports = new ReportService(database, figures, new DataQualityService(database, figures), NOW);
        table = new MailTable(database, new Audit(NOW), NOW);
        var settings = new SettingsSource(name -> Optional.ofNullable(Map.of(
                        "SMTP_HOST", "127.0.0.1",
                        "SMTP_PORT", Integer.toString(sink.port()),
                        "SMTP_FROM", "gemba@factory.example",
                        "SMTP_STARTTLS", "false")
                .get(name)));
        var mailer = new Mailer(() -> SmtpSettings.read(settings), NOW);
        var kind = new MailWork(table, reports, new DailyPrinter(REPORTS, texts), mailer, texts)
                .kind(Duration.ofMillis(100));
        tasks = new Tasks(database, events, Clock.systemUTC(), List.of(kind));
        mails = new MailService(table, new KpiClients(database), () -> tasks, kind, NOW);
        events.on(TaskChanged.class, CHANGES::add);
        tasks.start();
        mails.start();
    }

    @AfterAll
    static void stop() {
        tasks.close();
        sink.close();
        database.close();
    }

    @BeforeEach
    void well() {
        NOW.instant = Instant.parse("2026-01-10T12:30:00Z");
        sink.be(SmtpSink.Mood.WELL);
        sink.comeBack();
        CHANGES.clear();
    }

    private static MailSchedule schedule(String recipient) {
        return mails.create(
                LEADER,
                new NewMailSchedule(
                        "BOOT-LINE-A",
                        "daily_production",
                        List.of(recipient),
                        "06:00 daily",
                        "America/Mexico_City",
                        "zh"));
    }

    /// Looks again whenever a task has changed.
    private static void await(MailSchedule schedule, Predicate<MailRun> reached) throws InterruptedException {
        while (!reached.test(run(schedule))) {
            assertThat(CHANGES.poll(30, TimeUnit.SECONDS))
                    .as("still %s", run(schedule))
                    .isNotNull();
        }
    }

    private static void await(MailSchedule schedule, MailRun.State state) throws InterruptedException {
        await(schedule, run -> run.state() == state);
    }

    private static MailRun run(MailSchedule schedule) {
        return mails.runs(LEADER).stream()
                .filter(run -> run.scheduleId() == schedule.id())
                .findFirst()
                .orElseThrow();
    }

    private static long received(String recipient) {
        return sink.mails().stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .count();
    }

    @Test
    void sendsTheReportOfTheDayBeforeOnce() throws Exception {
        var schedule = schedule("once@factory.example");
        mails.due(schedule);
        await(schedule, MailRun.State.SENT);
        mails.due(schedule);
        NOW.instant = NOW.instant.plus(Duration.ofHours(5));
        mails.due(schedule);
        assertThat(received("once@factory.example")).isEqualTo(1);
        assertThat(run(schedule).state()).isEqualTo(MailRun.State.SENT);
        assertThat(run(schedule).reportDay()).isEqualTo("2026-01-09");
        var mail = sink.mails().getLast();
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
        assertThat(message.getSubject()).contains("生产日报", "2026-01-09");
        assertThat(message.getMessageID()).isEqualTo(run(schedule).messageId());
        assertThat(message.getFrom()[0].toString()).isEqualTo("gemba@factory.example");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("BOOT-LINE-A_Daily_Production_2026-01-09.pdf");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), "ISO-8859-1"))
                .startsWith("%PDF-");
    }

    @Test
    void waitsForAServerThatIsAwayAndSaysSo() throws Exception {
        sink.goDown();
        var schedule = schedule("later@factory.example");
        mails.due(schedule);
        await(schedule, run -> run.state() == MailRun.State.QUEUED && run.problem() != null);
        sink.comeBack();
        await(schedule, MailRun.State.SENT);
        assertThat(received("later@factory.example")).isEqualTo(1);
        assertThat(run(schedule).attempts()).isGreaterThan(1);
        assertThat(run(schedule).problem()).isNull();
    }

    @Test
    void triesAgainWhenTheServerIsBusy() throws Exception {
        sink.be(SmtpSink.Mood.BUSY);
        var schedule = schedule("busy@factory.example");
        mails.due(schedule);
        await(schedule, run -> String.valueOf(run.problem()).contains("451"));
        sink.be(SmtpSink.Mood.WELL);
        await(schedule, MailRun.State.SENT);
        assertThat(received("busy@factory.example")).isEqualTo(1);
    }

    @Test
    void doesNotSendTwiceWhatMayHaveLeft() throws Exception {
        sink.be(SmtpSink.Mood.HANGS_UP_AFTER_DATA);
        var schedule = schedule("unclear@factory.example");
        mails.due(schedule);
        await(schedule, MailRun.State.UNCERTAIN);
        sink.be(SmtpSink.Mood.WELL);
        mails.due(schedule);
        assertThat(received("unclear@factory.example")).isEqualTo(1);
        mails.sendAgain(LEADER, run(schedule).id());
        await(schedule, MailRun.State.SENT);
        assertThat(received("unclear@factory.example")).isEqualTo(2);
    }

    @Test
    void aKillWhileItIsHandedOverLeavesItUncertain() throws Exception {
        sink.goDown();
        var schedule = schedule("killed@factory.example");
        mails.due(schedule);
        await(schedule, run -> run.problem() != null);
        table.set(run(schedule), MailRun.State.SENDING, 1, null);
        sink.comeBack();
        await(schedule, MailRun.State.UNCERTAIN);
        assertThat(received("killed@factory.example")).isZero();
    }

    /// In New York 02:30 of the one day does not exist and 01:30 of the other exists twice.
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-08T00:00:00Z, 02:30, 2026-03-07
            2026-11-01T00:00:00Z, 01:30, 2026-10-31
            2026-06-10T00:00:00Z, 00:00, 2026-06-09""")
    void everyDayIsReportedOnceWhateverTheClocksDo(Instant begin, String at, LocalDate middle) {
        var schedule = mails.create(
                LEADER,
                new NewMailSchedule(
                        "BOOT-LINE-A",
                        "daily_production",
                        List.of("clock@factory.example"),
                        at + " daily",
                        "America/New_York",
                        null));
        var days = new ArrayList<LocalDate>();
        for (int half = 0; half < 96; half++) {
            NOW.instant = begin.plus(Duration.ofMinutes(30L * half));
            mails.due(schedule);
            var day = run(schedule).reportDay();
            if (!days.contains(day)) days.add(day);
        }
        assertThat(days).containsExactly(middle.minusDays(1), middle, middle.plusDays(1));
        assertThat(mails.runs(LEADER).stream()
                        .filter(run -> run.scheduleId() == schedule.id())
                        .toList())
                .hasSize(3);
        mails.remove(LEADER, schedule.id());
    }

    @Test
    void theNextTimeIsKnownAndARemovedScheduleHasNone() {
        var schedule = schedule("next@factory.example");
        assertThat(mails.next(schedule)).isPresent();
        mails.remove(LEADER, schedule.id());
        assertThat(mails.next(schedule)).isEmpty();
        mails.due(schedule);
        assertThat(mails.runs(LEADER)).noneMatch(run -> run.scheduleId() == schedule.id());
        assertThatThrownBy(() -> mails.remove(LEADER, schedule.id())).isInstanceOf(AppError.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "a@b.example\\r\\nBcc: x@y.example"
            "Name <a@b.example>"
            a@b
            a b@c.example
            @c.example
            a@c.example,d@c.example
            a..b@c.example""")
    void whatIsNoPlainAddressIsRefused(String text) {
        var recipient = text.replace("\\r", "\r").replace("\\n", "\n");
        assertThatThrownBy(() -> schedule(recipient))
                .isInstanceOfSatisfying(
                        AppError.InvalidInput.class,
                        e -> assertThat(e.fields().getFirst().field()).isEqualTo("recipients[0]"));
    }

    @Test
    void aForeignScheduleIsAnUnknownOne() {
        var schedule = schedule("own@factory.example");
        var other = Shop.caller(Role.LEADER_DATACONFIG, "SOCK-FAC-B");
        assertThatThrownBy(() -> mails.remove(other, schedule.id())).isInstanceOf(AppError.NotFound.class);
        assertThat(mails.list(other)).isEmpty();
        assertThat(mails.runs(other)).isEmpty();
    }
}
