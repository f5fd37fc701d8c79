package org.gemba.kpi;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.gemba.kpi.data.KpiClients;
import org.gemba.kpi.data.MailTable;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.gemba.kpi.ui.FigureScreens;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;

/// What the reading screens stand on, with one schedule and two mails, without a mail server.
public final class FigureParts {
    private FigureParts() {}

    public static FigureScreens.Parts of(Database database, Clock clock) {
        var texts = new Texts(List.of("kpi"));
        var figures = new KpiService(database, new Events(), clock);
        var quality = new DataQualityService(database, figures);
        var reports = new ReportService(database, figures, quality, clock);
        var table = new MailTable(database, new Audit(clock), clock);
        var kind = TaskKind.once("kpi.mail", MailWork.Order.class, TaskKind.Overlap.ALLOWED, (order, context) -> "");
        var tasks = new Tasks(database, new Events(), clock, List.of(kind));
        var mails = new MailService(table, new KpiClients(database), () -> tasks, kind, clock);
        var schedule = table.insert(
                org.gemba.access.Caller.system(),
                new MailSchedule(
                        0,
                        "BOOT-LINE-A",
                        MailSchedule.ReportType.DAILY_PRODUCTION,
                        List.of("manager@factory.example", "leader@factory.example"),
                        LocalTime.of(6, 0),
                        ZoneId.of("Asia/Shanghai"),
                        Texts.CHINESE,
                        Shop.NOW,
                        "leader1"));
        mails.start();
        for (int back = 1; back < 3; back++) {
            table.queue(
                    schedule,
                    Shop.NOW.atZone(schedule.zone()).toLocalDate().minusDays(back),
                    Shop.NOW,
                    id -> new UUID(0, id));
        }
        table.set(table.run(1).orElseThrow(), MailRun.State.SENT, 1, null);
        table.set(table.run(2).orElseThrow(), MailRun.State.QUEUED, 3, "451 busy, try again later");
        var raw = """
                Subject: Daily production BOOT-LINE-A\r
                Content-Type: text/plain; charset=UTF-8\r
                \r
                The daily production report is attached.\r
                """;
        var mail = new SinkMail(
                Shop.NOW, List.of("manager@factory.example"), raw.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new FigureScreens.Parts(
                figures,
                new DrillService(database, figures),
                quality,
                reports,
                new DailyPrinter(new Reports(), texts),
                new WorkbookWriter(texts),
                mails,
                () -> List.of(mail),
                true);
    }
}
