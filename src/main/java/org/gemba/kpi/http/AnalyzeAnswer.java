package org.gemba.kpi.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.FieldGap;
import org.gemba.kpi.KpiScope;
import org.jspecify.annotations.Nullable;

/// The answer of `POST /api/v1/inference/analyze`.
///
/// @param dateRange `2025-12-01 to 2025-12-31`
record AnalyzeAnswer(
        String clientId, String dateRange, Map<String, Gap> dataCompleteness, List<String> recommendations) {

    /// @param completeness percent with one decimal; null without any row
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Gap(
            @Nullable BigDecimal completeness,
            long missingCount,
            long totalCount,
            String inferenceStrategy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal fallbackValue,

            BigDecimal confidence) {}

    static AnalyzeAnswer of(KpiScope scope, List<FieldGap> gaps) {
        var fields = new LinkedHashMap<String, Gap>();
        for (var gap : gaps) {
            var completeness = gap.completeness().shown(1).orElse(null);
            fields.put(
                    gap.field(),
                    new Gap(
                            completeness,
                            gap.missing(),
                            gap.total(),
                            gap.strategy(),
                            gap.fallback(),
                            gap.confidence()));
        }
        return new AnalyzeAnswer(
                scope.clientId(),
                scope.from() + " to " + scope.to(),
                fields,
                gaps.stream().flatMap(gap -> advice(gap).stream()).toList());
    }

    private static List<String> advice(FieldGap gap) {
        if (gap.missing() == 0) return List.of();
        return switch (gap.field()) {
            case DataQualityService.CYCLE_TIME -> standards(gap);
            case DataQualityService.SHIP_DATE ->
                List.of(gap.missing() + " work orders missing planned_ship_date - impacts OTD calculation");
            default -> List.of(gap.missing() + " entries missing employees_present - impacts attendance comparison");
        };
    }

    private static List<String> standards(FieldGap gap) {
        var advice = new ArrayList<String>();
        gap.places()
                .keySet()
                .forEach(style ->
                        advice.add("Collect ideal_cycle_time for " + style + " style to improve efficiency accuracy"));
        return advice;
    }
}
