package org.gemba.kpi.report;

import java.util.ArrayList;
import java.util.List;
import org.gemba.kpi.DailyReport;
import org.gemba.kpi.calc.CycleTime.Source;

/// Says in sentences what a day lacks and what that does to its figures.
final class MissingWords {
    private final KpiWords words;

    MissingWords(KpiWords words) {
        this.words = words;
    }

    /// One sentence that says so when nothing is missing.
    List<String> sentences(DailyReport report) {
        var sentences = new ArrayList<String>();
        var totals = report.day().totals();
        if (totals.production().entries() == 0) sentences.add(words.text("kpi.missing.production"));
        else production(report, sentences);
        if (totals.attended().scheduledHours().signum() == 0) sentences.add(words.text("kpi.missing.attendance"));
        if (totals.production().entries() > 0 && totals.inspected().units() == 0)
            sentences.add(words.text("kpi.missing.inspection"));
        if (report.quality().unverified() > 0)
            sentences.add(words.text("kpi.missing.unverified", report.quality().unverified()));
        if (report.quality().above() > 0)
            sentences.add(words.text("kpi.missing.above", report.quality().above()));
        if (report.day().punctuality().undated() > 0)
            sentences.add(
                    words.text("kpi.missing.undated", report.day().punctuality().undated()));
        if (sentences.isEmpty()) sentences.add(words.text("kpi.missing.nothing"));
        return sentences;
    }

    private void production(DailyReport report, List<String> sentences) {
        var made = report.day().totals().production();
        for (var source : Source.values()) {
            long rows = made.rowsBySource().getOrDefault(source, 0L);
            if (source.isInferred() && rows > 0)
                sentences.add(words.text(
                        "kpi.missing.standard", rows, made.entries(), words.text("kpi.source." + source.id())));
        }
        if (made.assumedOpportunityUnits() > 0)
            sentences.add(words.text("kpi.missing.opportunities", made.assumedOpportunityUnits()));
        for (var gap : report.quality().gaps()) {
            if (gap.field().equals("employees_present") && gap.missing() > 0)
                sentences.add(words.text("kpi.missing.present", gap.missing(), gap.total()));
        }
    }
}
