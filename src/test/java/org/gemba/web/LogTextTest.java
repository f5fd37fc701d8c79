package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void whateverComesFromOutsideStaysOnOneLine() {
        assertThat(LogText.escaped("a\r\n2026 ADMIN ok\u2028\u0000\u202Eb"))
                .isEqualTo("a\\u000d\\u000a2026 ADMIN ok\\u2028\\u0000\\u202eb");
        assertThat(LogText.escaped("李明")).isEqualTo("李明");
        assertThat(LogText.escaped("x".repeat(10_000))).hasSize(300);
        assertThat(LogText.escaped("")).isEqualTo("-");
    }
}
