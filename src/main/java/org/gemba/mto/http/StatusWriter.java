package org.gemba.mto.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.mto.Fulfilment;
import org.gemba.mto.MtoContent;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoStatus;
import org.gemba.mto.http.StatusAnswer.ChildItem;
import org.gemba.mto.http.StatusAnswer.Metric;
import org.gemba.mto.http.StatusAnswer.ParentItem;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.json.Json;
import tools.jackson.databind.json.JsonMapper;

/// Turns a status into its answer. The lines of one content are written once a language and kept as long as the
/// content itself is.
final class StatusWriter {
    private final Texts texts;
    private final JsonMapper mapper;
    private final Map<Locale, Cache<MtoContent, String>> written = Map.of(Texts.ENGLISH, weak(), Texts.CHINESE, weak());

    StatusWriter(Texts texts, java.time.ZoneId zone) {
        this.texts = texts;
        this.mapper = Json.of(ApiFamily.MTO, zone);
    }

    StatusAnswer write(MtoStatus status, Locale locale) {
        var language = locale.getLanguage().equals("zh") ? Texts.CHINESE : Texts.ENGLISH;
        return new StatusAnswer(
                status.mtoNumber(),
                ParentItem.of(status.parent()),
                lines(status.content(), language),
                status.queriedAt(),
                status.source().word(),
                status.source() == MtoStatus.Source.LIVE ? null : status.age().toSeconds());
    }

    private String lines(MtoContent content, Locale language) {
        var cache = written.get(language);
        return cache == null ? json(content, language) : cache.get(content, key -> json(key, language));
    }

    private String json(MtoContent content, Locale language) {
        List<ChildItem> items = content.lines().stream()
                .map(line -> ChildItem.of(line, metrics(line, language)))
                .toList();
        return mapper.writeValueAsString(items);
    }

    private Map<String, Metric> metrics(MtoLine line, Locale language) {
        Fulfilment fulfilment = line.fulfilment();
        var status = fulfilment.status().word();
        var metrics = new LinkedHashMap<String, Metric>();
        metrics.put("demand_qty", new Metric(fulfilment.demand(), label("demand_qty", language), "number", null));
        metrics.put(
                "fulfilled_qty", new Metric(fulfilment.fulfilled(), label("fulfilled_qty", language), "number", null));
        metrics.put(
                "fulfillment_rate",
                new Metric(fulfilment.rate(), label("fulfillment_rate", language), "percent", status));
        metrics.put("completion_status", new Metric(null, label("completion_status", language), "status", status));
        if (fulfilment.overPicked() != null) {
            metrics.put(
                    "over_pick_amount",
                    new Metric(
                            fulfilment.overPicked(),
                            label("over_pick_amount", language),
                            "number",
                            fulfilment.isOverPicked() ? "warning" : null));
        }
        return metrics;
    }

    private String label(String metric, Locale language) {
        return texts.text(language, "mto.metric." + metric);
    }

    /// By identity: two contents are compared at every question otherwise.
    private static Cache<MtoContent, String> weak() {
        return Caffeine.newBuilder().weakKeys().build();
    }
}
