package org.gemba.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallHistoryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CallRoute SEARCH = new CallRoute("TRACKING", "GET", "/api/orders/search");
    private static final CallRoute LOGIN = new CallRoute("TRACKING", "POST", "/api/auth/wx-login");

    private Instant time = Instant.parse("2026-03-10T04:10:30Z");
    private final CallHistory history = new CallHistory(new Clock() {
        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void callsAreAddedUpByRoute() {
        history.record(SEARCH, false, Duration.ofMillis(10));
        history.record(SEARCH, true, Duration.ofMillis(30));
        history.record(LOGIN, false, Duration.ofMillis(5));
        var sums = history.last(60);
        assertThat(sums).hasSize(2);
        var search = sums.get(SEARCH);
        assertThat(search.calls()).isEqualTo(2);
        assertThat(search.errors()).isEqualTo(1);
        assertThat(search.meanMillis()).isEqualTo(20);
        assertThat(search.longestMillis()).isEqualTo(30);
        assertThat(search.errorPercent()).isEqualTo(50);
    }

    @Test
    void theLastHourEndsAtSixtyMinutes() {
        history.record(SEARCH, false, Duration.ofMillis(10));
        time = Instant.parse("2026-03-10T05:09:59Z");
        assertThat(history.last(60)).containsKey(SEARCH);
        time = Instant.parse("2026-03-10T05:10:00Z");
        assertThat(history.last(60)).isEmpty();
        assertThat(history.lastDay()).containsKey(SEARCH);
    }

    @Test
    void hoursAreThoseOfTheFactorysClock() {
        time = Instant.parse("2026-03-10T15:59:59Z");
        history.record(SEARCH, false, Duration.ofMillis(10));
        time = Instant.parse("2026-03-10T16:00:00Z");
        history.record(SEARCH, false, Duration.ofMillis(10));
        assertThat(history.hours(ZONE))
                .containsOnlyKeys(Instant.parse("2026-03-10T15:00:00Z"), Instant.parse("2026-03-10T16:00:00Z"));
        time = Instant.parse("2026-03-11T15:00:00Z");
        assertThat(history.hours(ZONE)).containsOnlyKeys(Instant.parse("2026-03-10T16:00:00Z"));
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        history.record(SEARCH, false, Duration.ofMillis(10));
        time = time.plus(Duration.ofHours(26));
        history.record(LOGIN, false, Duration.ofMillis(10));
        assertThat(history.since(0)).hasSize(1);
    }

    @Test
    void countsOfAnEarlierRunAreAdded() {
        history.record(SEARCH, false, Duration.ofMillis(10));
        var kept = history.since(0);
        kept.forEach(history::add);
        assertThat(List.of(history.last(60).get(SEARCH).calls())).containsExactly(2L);
    }
}
