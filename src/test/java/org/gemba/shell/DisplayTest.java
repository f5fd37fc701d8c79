package org.gemba.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void withoutADisplayOneLineSaysSo() {
        assertThat(Display.whyNot("Linux", "", Map.of(), library -> true))
                .hasValueSatisfying(line -> assertThat(line).contains("DISPLAY").doesNotContain("\n"));
    }

    @Test
    void missingLibrariesAreNamedWithThePackageThatBringsThem() {
        var reason = Display.whyNot("Linux", "", Map.of("DISPLAY", ":0"), library -> !library.contains("gtk"));
        assertThat(reason).hasValueSatisfying(line -> assertThat(line).contains("libgtk-3.so.0", "libgtk-3-0"));
    }

    @Test
    void headlessNeedsNoDisplayAndOtherSystemsNoLibraries() {
        assertThat(Display.whyNot("Linux", "Headless", Map.of(), library -> true))
                .isEmpty();
        assertThat(Display.whyNot("Windows 11", "", Map.of(), library -> false)).isEmpty();
    }
}
