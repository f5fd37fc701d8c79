package org.gemba.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void durationsAreToldByNameWhatAndOutcome() {
        try (var metrics = new Metrics()) {
            IntStream.rangeClosed(1, 100)
                    .forEach(i -> metrics.record(Metrics.HTTP, "GET /a", "200", Duration.ofMillis(i)));
            metrics.record(Metrics.HTTP, "GET /a", "500", Duration.ofMillis(7));
            metrics.record(Metrics.ERP, "PRD_MO", "ok", Duration.ofMillis(9));
            assertThat(metrics.timings()).extracting(Timing::name).containsExactly("erp", "http", "http");
            var ok = metrics.timings(Metrics.HTTP).getFirst();
            assertThat(ok.count()).isEqualTo(100);
            assertThat(ok.mean()).isCloseTo(50.5, within(0.1));
            assertThat(ok.p50()).isCloseTo(50, within(4.0));
            assertThat(ok.p95()).isCloseTo(95, within(7.0));
            assertThat(ok.max()).isCloseTo(100, within(0.1));
        }
    }

    @Test
    void aFloodOfNamesIsCountedTogether() {
        try (var metrics = new Metrics()) {
            IntStream.range(0, 1000).forEach(i -> metrics.record("x", "what " + i, "ok", Duration.ofMillis(1)));
            assertThat(metrics.timings())
                    .hasSizeLessThanOrEqualTo(401)
                    .anyMatch(timing -> timing.what().equals("other"));
        }
    }
}
