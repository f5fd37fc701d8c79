package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    2025-12-15T14:30:45.999Z, 1, PROD-20251215-143045-001
                    2025-12-15T00:00:00Z, 99, PROD-20251215-000000-099
                    2025-12-15T23:59:59Z, 100, PROD-20251215-235959-100
                    2025-12-15T23:59:59Z, 1000, PROD-20251215-235959-1000
                    """)
    void saysWhenAndWhich(String at, long count, String text) {
        var id = EntryId.of(Instant.parse(at), count);
        assertThat(id).hasToString(text);
        assertThat(EntryId.parse(text)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PROD-20251215-143045-01",
                "PROD-20251315-143045-001",
                "PROD-20250230-143045-001",
                "PROD-20251215-143045-0001",
                "PROD-20251215-143045-123456",
                "prod-20251215-143045-001",
                "PROD-20251215-143045-001 "
            })
    void isNothingElse(String text) {
        assertThat(EntryId.parse(text)).isEmpty();
    }

    @Test
    void sortsByTime() {
        var early = EntryId.of(Instant.parse("2025-12-15T14:30:45Z"), 999);
        var late = EntryId.of(Instant.parse("2025-12-15T14:30:46Z"), 1);
        assertThat(early).isLessThan(late);
    }
}
