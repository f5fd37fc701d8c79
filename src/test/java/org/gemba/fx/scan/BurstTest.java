package org.gemba.fx.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemba.fx.UserMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            AS2511001,  10, 10, AS2511001
            AS2511001,  35, 35, AS2511001
            AS2511001,  36, 10, ''
            AS2511001,  10, 36, ''
            ABC,        10, 10, ''
            ABCD,       10, 10, ABCD
            """)
    void fastSignsAndEnterAreACodeAndSlowOnesAreTyping(String text, int gap, int beforeEnter, String code) {
        var burst = new Burst(ScanSettings.STANDARD);
        long now = 0;
        for (char sign : text.toCharArray()) burst.sign(sign, now += gap * 1_000_000L);
        assertThat(burst.end(now + beforeEnter * 1_000_000L).orElse("")).isEqualTo(code);
    }

    @Test
    void withAPrefixOnlyWhatFollowsItIsHeld() {
        var burst = new Burst(new ScanSettings(true, "~", 35, 4));
        assertThat(burst.sign('A', 0)).isEqualTo(Burst.Verdict.PASS);
        assertThat(burst.sign('~', 1)).isEqualTo(Burst.Verdict.HOLD);
        for (char sign : "P-100".toCharArray()) assertThat(burst.sign(sign, 2)).isEqualTo(Burst.Verdict.HOLD);
        assertThat(burst.end(3)).contains("P-100");
    }

    @Test
    void settingsAreKeptAndNonsenseIsTheStandard() {
        var memory = UserMemory.transientMemory();
        new ScanSettings(false, "~", 50, 4).keep(memory);
        assertThat(ScanSettings.in(memory)).isEqualTo(new ScanSettings(false, "~", 50, 4));
        memory.put("shell.scanner", "true\t~~\t9999");
        assertThat(ScanSettings.in(memory)).isEqualTo(ScanSettings.STANDARD);
    }
}
