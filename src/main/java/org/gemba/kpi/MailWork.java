package org.gemba.kpi;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.gemba.access.Caller;
import org.gemba.kpi.data.MailTable;
import org.gemba.kpi.mail.HandedOver;
import org.gemba.kpi.mail.Mail;
import org.gemba.kpi.mail.Mailer;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.platform.error.AppError;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;

/// Makes one report and hands it to the mail server. Before it begins to hand over it writes so down: after a kill in
/// that moment the mail is told to be uncertain and is not sent a second time by itself.
final class MailWork {
    private static final int ATTEMPTS = 14;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /// Which mail.
    record Order(long runId) {}

    private final MailTable table;
    private final ReportService reports;
    private final DailyPrinter printer;
    private final Mailer mailer;
    private final Texts texts;

    MailWork(MailTable table, ReportService reports, DailyPrinter printer, Mailer mailer, Texts texts) {
        this.table = table;
        this.reports = reports;
        this.printer = printer;
        this.mailer = mailer;
        this.texts = texts;
    }

    TaskKind<Order> kind() {
        return kind(FIRST_PAUSE);
    }

    /// @param firstPause before the second attempt, doubled before each later one up to six hours
    TaskKind<Order> kind(Duration firstPause) {
        return new TaskKind<>("kpi.mail", Order.class, this::run, ATTEMPTS, firstPause, TaskKind.Overlap.ALLOWED);
    }

    private String run(Order order, TaskContext context) {
        var run = table.run(order.runId()).orElseThrow(() -> new AppError.NotFound("Mail", "" + order.runId()));
        return switch (run.state()) {
            case SENT -> "sent before";
            case SENDING, UNCERTAIN -> uncertain(run, "The program ended while the mail was handed over.");
            case QUEUED, FAILED -> send(run, context);
        };
    }

    private String uncertain(MailRun run, String why) {
        table.set(run, MailRun.State.UNCERTAIN, run.attempts(), why);
        return "uncertain: " + why;
    }

    private String send(MailRun run, TaskContext context) {
        int attempt = run.attempts() + 1;
        try {
            return settled(run, attempt, handOver(run, attempt));
        } catch (AppError e) {
            boolean isLast = context.attempt() >= ATTEMPTS;
            table.set(run, isLast ? MailRun.State.FAILED : MailRun.State.QUEUED, attempt, e.getMessage());
            throw e;
        }
    }

    private HandedOver handOver(MailRun run, int attempt) {
        var schedule =
                table.scheduleOf(run).orElseThrow(() -> new AppError.NotFound("Schedule", "" + run.scheduleId()));
        var report = reports.daily(Caller.system(), schedule.clientId(), run.reportDay());
        var pdf = new ByteArrayOutputStream();
        printer.print(report, schedule.locale(), true).writePdf(pdf);
        var client = report.client().name();
        var mail = new Mail(
                run.messageId(),
                schedule.recipients(),
                texts.text(
                        schedule.locale(),
                        "kpi.mail.subject",
                        client,
                        run.reportDay().toString()),
                texts.text(
                        schedule.locale(),
                        "kpi.mail.text",
                        client,
                        run.reportDay().toString()),
                schedule.clientId() + "_Daily_Production_" + run.reportDay() + ".pdf",
                "application/pdf",
                pdf.toByteArray());
        return mailer.send(mail, () -> table.set(run, MailRun.State.SENDING, attempt, run.problem()));
    }

    private String settled(MailRun run, int attempt, HandedOver handedOver) {
        return switch (handedOver) {
            case HandedOver.Yes yes -> {
                table.set(run, MailRun.State.SENT, attempt, null);
                yield "sent";
            }
            case HandedOver.Unclear unclear -> {
                table.set(run, MailRun.State.UNCERTAIN, attempt, unclear.why());
                yield "uncertain: " + unclear.why();
            }
            case HandedOver.No no -> throw new AppError.UpstreamUnavailable("mail", no.why(), null);
        };
    }
}
