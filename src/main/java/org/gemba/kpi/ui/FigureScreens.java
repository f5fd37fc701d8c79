package org.gemba.kpi.ui;

import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.DrillService;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.MailService;
import org.gemba.kpi.ReportService;
import org.gemba.kpi.SinkMail;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// What the reading half of the KPIs brings to the window. A class of its own, so that a server never loads JavaFX.
public final class FigureScreens {
    public static final String DASHBOARD = "kpi.dashboard";
    public static final String FIGURE = "kpi.figure";
    public static final String QUALITY = "kpi.dataquality";
    public static final String REPORTS = "kpi.reports";
    public static final String MAILS = "kpi.mails";

    private final Parts parts;

    /// @param sink the mails that the demo's server took; empty outside the demo
    public record Parts(
            KpiService figures,
            DrillService drills,
            DataQualityService quality,
            ReportService reports,
            DailyPrinter printer,
            WorkbookWriter workbooks,
            MailService mails,
            Supplier<List<SinkMail>> sink,
            boolean isDemo) {}

    public FigureScreens(Parts parts) {
        this.parts = parts;
    }

    public List<ScreenSpec> screens(Desk desk) {
        return List.of(
                new ScreenSpec(
                        DASHBOARD,
                        "kpi.dashboard.title",
                        MaterialDesignV.VIEW_DASHBOARD_OUTLINE,
                        Area.PRODUCTION,
                        Permission.KPI_READ,
                        arguments -> new DashboardView(desk, parts.figures())),
                new ScreenSpec(
                        FIGURE,
                        "kpi.figure.title",
                        MaterialDesignC.CHART_LINE,
                        Area.NONE,
                        Permission.KPI_READ,
                        arguments -> new FigureView(desk, parts.figures(), parts.drills(), arguments)),
                new ScreenSpec(
                        QUALITY,
                        "kpi.dataquality.title",
                        MaterialDesignC.CLIPBOARD_ALERT_OUTLINE,
                        Area.PRODUCTION,
                        Permission.KPI_READ,
                        arguments -> new QualityView(desk, parts.figures(), parts.quality())),
                new ScreenSpec(
                        REPORTS,
                        "kpi.reports.title",
                        MaterialDesignF.FILE_CHART_OUTLINE,
                        Area.PRODUCTION,
                        Permission.REPORTS_SCHEDULE,
                        arguments -> new ReportsView(
                                desk, parts.figures(), parts.reports(), parts.printer(), parts.workbooks())),
                new ScreenSpec(
                        MAILS,
                        "kpi.mails.title",
                        MaterialDesignE.EMAIL_OUTLINE,
                        Area.PRODUCTION,
                        Permission.REPORTS_SCHEDULE,
                        arguments ->
                                new MailsView(desk, parts.figures(), parts.mails(), parts.sink(), parts.isDemo())));
    }
}
