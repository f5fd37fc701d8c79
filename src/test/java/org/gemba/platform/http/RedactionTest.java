package org.gemba.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=HUSH&js_code=HUSH&grant_type=x",
                "https://x/cgi-bin/message?access_token=HUSH",
                "wss://x/ws/tasks?token=HUSH&a=b",
                "https://name:HUSH@host/path",
                "https://host/?key=HUSH#part",
                "{\"appSec\": \"HUSH\", \"b\": 1}",
                "{\"password\":\"HU\\\"SH HUSH\"}",
                "{\"api_key\":\"HUSH\"}",
                "Authorization: Bearer HUSH.HUSH.HUSH",
                "Cookie: kdservice-sessionid=HUSH; other=HUSH",
                "Incorrect API key provided: sk-HUSHHUSHHUSH",
                "bearer HUSH-and_more"
            })
    void noSecretSurvives(String text) {
        assertThat(Redaction.of(text)).doesNotContain("HUSH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/k3cloud/a?formid=SAL_SaleOrder&page=2", "the answer was {\"code2\": \"E7\"}"})
    void theRestStays(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @org.junit.jupiter.api.Test
    void aLineStaysALine() {
        assertThat(Redaction.of("a\r\n2026 ADMIN ok")).isEqualTo("a 2026 ADMIN ok");
        assertThat(Redaction.of("x".repeat(5000))).hasSize(501);
    }
}
