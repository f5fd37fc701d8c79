package org.gemba.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final CircuitBreaker breaker =
            new CircuitBreaker(3, Duration.ofSeconds(5), Duration.ofSeconds(12), new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    private void fail(int times) {
        for (int i = 0; i < times; i++) breaker.failed();
    }

    private long refusedFor() {
        return breaker.refusal().map(Duration::toSeconds).orElse(0L);
    }

    @Test
    void itBearsSomeFailuresAndForgetsThemAfterASuccess() {
        fail(2);
        assertThat(refusedFor()).isZero();
        breaker.succeeded();
        fail(2);
        assertThat(refusedFor()).isZero();
        fail(1);
        assertThat(refusedFor()).isEqualTo(5);
    }

    @Test
    void afterThePauseOneCallSeesHowItIsAndDecidesForAll() {
        fail(3);
        now = now.plusMillis(4_999);
        assertThat(breaker.refusal()).isPresent();
        now = now.plusMillis(1);
        assertThat(refusedFor()).isZero();
        assertThat(breaker.refusal()).as("only one").isPresent();
        breaker.succeeded();
        assertThat(refusedFor()).isZero();
        assertThat(refusedFor()).isZero();
    }

    @Test
    void eachFurtherPauseIsLongerUpToALimit() {
        fail(3);
        for (long pause : new long[] {10, 12, 12}) {
            now = now.plusSeconds(60);
            assertThat(refusedFor()).isZero();
            fail(1);
            assertThat(refusedFor()).isEqualTo(pause);
        }
        now = now.plusSeconds(60);
        assertThat(refusedFor()).isZero();
        breaker.succeeded();
        fail(3);
        assertThat(refusedFor()).isEqualTo(5);
    }

    @Test
    void anUnclearOutcomeLetsTheNextCallSee() {
        fail(3);
        now = now.plusSeconds(5);
        assertThat(refusedFor()).isZero();
        breaker.unclear();
        assertThat(refusedFor()).isZero();
    }

    @Test
    void latecomersDoNotLengthenThePause() {
        fail(3);
        now = now.plusSeconds(4);
        fail(5);
        assertThat(refusedFor()).isEqualTo(1);
    }
}
