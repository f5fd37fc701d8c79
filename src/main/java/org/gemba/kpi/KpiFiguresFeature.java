package org.gemba.kpi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.ScreenSpec;
import org.gemba.kpi.data.KpiClients;
import org.gemba.kpi.data.MailTable;
import org.gemba.kpi.http.KpiRoutes;
import org.gemba.kpi.http.MailRoutes;
import org.gemba.kpi.http.ReportRoutes;
import org.gemba.kpi.mail.Mailer;
import org.gemba.kpi.mail.SmtpSettings;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.gemba.kpi.ui.FigureScreens;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Wires the reading half of the KPIs: figures, what they lack, reports, mails.
public final class KpiFiguresFeature implements Feature, HttpFeature, DesktopFeature {
    private final KpiService figures;
    private final DataQualityService quality;
    private final ReportService reports;
    private final DailyPrinter printer;
    private final WorkbookWriter workbooks;
    private final TaskKind<MailWork.Order> mailing;
    private final MailService mails;
    private final DrillService drills;
    private final @Nullable Supplier<List<SinkMail>> sink;

    /// What the rest of the program gives.
    ///
    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param sink the mails that the demo's mail server took; null outside the demo
    public record Ground(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource settings,
            Texts texts,
            Clock clock,
            @Nullable Supplier<List<SinkMail>> sink) {}

    public KpiFiguresFeature(Ground ground) {
        var database = ground.database();
        var clock = ground.clock();
        this.figures = new KpiService(database, ground.events(), clock);
        this.quality = new DataQualityService(database, figures);
        this.reports = new ReportService(database, figures, quality, clock);
        this.printer = new DailyPrinter(new Reports(), ground.texts());
        this.workbooks = new WorkbookWriter(ground.texts());
        this.drills = new DrillService(database, figures);
        this.sink = ground.sink();
        var table = new MailTable(database, ground.audit(), clock);
        var mailer = new Mailer(() -> SmtpSettings.read(ground.settings()), clock);
        this.mailing = new MailWork(table, reports, printer, mailer, ground.texts()).kind();
        this.mails = new MailService(table, new KpiClients(database), ground.tasks(), mailing, clock);
    }

    public KpiService figures() {
        return figures;
    }

    public DataQualityService quality() {
        return quality;
    }

    public ReportService reports() {
        return reports;
    }

    public MailService mails() {
        return mails;
    }

    @Override
    public String id() {
        return "kpi.figures";
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<>(KpiRoutes.of(figures, quality));
        routes.addAll(ReportRoutes.of(figures, reports, printer, workbooks));
        routes.addAll(MailRoutes.of(mails));
        return List.copyOf(routes);
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(mailing);
    }

    /// Puts the schedules in force.
    @Override
    public void start() {
        mails.start();
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        var parts = new FigureScreens.Parts(
                figures,
                drills,
                quality,
                reports,
                printer,
                workbooks,
                mails,
                sink == null ? List::of : sink,
                sink != null);
        return new FigureScreens(parts).screens(desk);
    }
}
