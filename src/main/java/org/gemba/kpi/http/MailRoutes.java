package org.gemba.kpi.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.MailRun;
import org.gemba.kpi.MailSchedule;
import org.gemba.kpi.MailService;
import org.gemba.kpi.NewMailSchedule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Reports that are sent by themselves.
public final class MailRoutes {
    private static final String PATH = "/api/v1/reports/email/schedule";

    private final MailService mails;

    private MailRoutes(MailService mails) {
        this.mails = mails;
    }

    /// @param lastRun the day that the last mail reported; null before the first
    /// @param lastStatus `queued`, `sending`, `sent`, `uncertain` or `failed`
    record Schedule(
            String scheduleId,
            String clientId,
            String reportType,
            List<String> recipients,
            String schedule,
            String timezone,
            String language,
            Instant createdAt,
            String createdBy,
            @Nullable Instant nextRun,
            @Nullable LocalDate lastRun,
            @Nullable String lastStatus,
            @Nullable String lastProblem) {}

    record Deleted(String scheduleId, String status) {}

    public static List<Route> of(MailService mails) {
        var routes = new MailRoutes(mails);
        return List.of(
                Route.post(ApiFamily.KPI, PATH, "Sends a report every day at a time of an IANA zone")
                        .needs(Permission.REPORTS_SCHEDULE)
                        .takes(NewMailSchedule.class)
                        .answers(Schedule.class)
                        .handle(routes::create),
                Route.get(ApiFamily.KPI, PATH + "s", "The schedules of the caller's clients")
                        .needs(Permission.REPORTS_SCHEDULE)
                        .answersList(Schedule.class)
                        .handle(routes::list),
                Route.delete(ApiFamily.KPI, PATH + "s/{id}", "Ends a schedule")
                        .needs(Permission.REPORTS_SCHEDULE)
                        .pathParameter("id", "the schedule_id")
                        .answers(Deleted.class)
                        .handle(routes::remove));
    }

    private Object create(Call call) {
        var made = mails.create(call.caller(), call.body(NewMailSchedule.class));
        return answer(made, List.of());
    }

    private Object list(Call call) {
        var runs = mails.runs(call.caller());
        return Answer.ok(mails.list(call.caller()).stream()
                .map(schedule -> answer(schedule, runs))
                .toList());
    }

    private Object remove(Call call) {
        var id = call.path("id", "SCH-[0-9]{1,18}", "SCH- and a number");
        call.checked();
        mails.remove(call.caller(), Long.parseLong(id.substring("SCH-".length())));
        return new Deleted(id, "DELETED");
    }

    private Schedule answer(MailSchedule schedule, List<MailRun> runs) {
        var last = runs.stream()
                .filter(run -> run.scheduleId() == schedule.id())
                .max(Comparator.comparing(MailRun::reportDay))
                .orElse(null);
        return new Schedule(
                "SCH-" + schedule.id(),
                schedule.clientId(),
                schedule.type().name().toLowerCase(Locale.ROOT),
                schedule.recipients(),
                schedule.told(),
                schedule.zone().getId(),
                schedule.locale().getLanguage(),
                schedule.createdAt(),
                schedule.createdBy(),
                mails.next(schedule).orElse(null),
                last == null ? null : last.reportDay(),
                last == null ? null : last.state().name().toLowerCase(Locale.ROOT),
                last == null ? null : last.problem());
    }
}
