package org.gemba.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.story.Story;
import org.gemba.platform.config.SettingsSource;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void itsSettingsPointAtItsSimulators() {
        try (var demo = Demo.start(Clock.system(ZONE))) {
            var settings = new SettingsSource(demo::setting);
            assertThat(settings.url("KINGDEE_SERVER_URL")).contains(demo.erp().url());
            assertThat(settings.text("KINGDEE_SERVER_URL", "")).endsWith("/k3cloud/");
            assertThat(settings.url("DEEPSEEK_BASE_URL")).contains(demo.llm().url());
            assertThat(settings.text("KINGDEE_PASSWORD")).isEmpty();
            assertThat(settings.text("AUTH_PASSWORD")).isEmpty();
        }
    }

    @Test
    void theLastDocumentsAreOfTodayWheneverItIsLoaded() {
        for (var today : new LocalDate[] {LocalDate.of(2026, 2, 12), LocalDate.of(2027, 11, 3)}) {
            var orders = Story.seenFrom(today).erp().table(Forms.PRODUCTION_ORDER);
            int created = Forms.PRODUCTION_ORDER.position("FCreateDate");
            var last = IntStream.range(0, orders.size())
                    .mapToObj(row -> (LocalDateTime) orders.value(row, created))
                    .max(LocalDateTime::compareTo)
                    .orElseThrow();
            assertThat(last)
                    .isBefore(today.atTime(0, 10))
                    .isAfter(today.minusDays(3).atStartOfDay());
        }
    }

    @Test
    void documentsHaveTheNamesOfTheirMasters() {
        var form = Forms.SALES_ORDER;
        var orders = Story.seenFrom(LocalDate.of(2026, 2, 12)).erp().table(form);
        int row = orders.rowsWith(form.position("FMtoNo"), "AK2510034").orElseThrow()[0];
        assertThat(orders.value(row, form.position("FMaterialId.FName"))).isEqualTo("双镜片潜水面镜 M-22");
        assertThat(orders.value(row, form.position("FMaterialId.FCategoryId"))).isEqualTo("包装成品");
        assertThat(orders.value(row, form.position("FCustId.FName"))).isEqualTo("Blue Lagoon Divers Ltd.");
        assertThat(orders.value(row, form.position("FDeliveryDate")))
                .isEqualTo(LocalDate.of(2026, 3, 15).atStartOfDay());
    }
}
