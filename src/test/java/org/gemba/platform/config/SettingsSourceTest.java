package org.gemba.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourceTest {
    @TempDir
    Path folder;

    private static Function<String, Optional<String>> layer(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name));
    }

    private static SettingsSource of(String name, String value) {
        return new SettingsSource(layer(Map.of(name, value)));
    }

    @Test
    void theFirstLayerWithAValueWins() throws Exception {
        var file = folder.resolve("gemba.properties");
        Files.writeString(file, "# 工厂\nA=file\nB=工厂\nC = \n", StandardCharsets.UTF_8);
        var source = new SettingsSource(
                layer(Map.of("A", "environment", "B", "  ")),
                GembaProperties.layer(file),
                layer(Map.of("A", "stored", "B", "stored", "C", "stored")));
        assertThat(source.text("A")).contains("environment");
        assertThat(source.text("B")).contains("工厂");
        assertThat(source.text("C")).contains("stored");
        assertThat(source.text("D")).isEmpty();
        assertThat(source.text("D", "default")).isEqualTo("default");
    }

    @Test
    void aMissingFileIsAnEmptyLayerAndABrokenOneIsNamed() throws Exception {
        var file = folder.resolve("gemba.properties");
        assertThat(GembaProperties.layer(file).apply("A")).isEmpty();
        Files.writeString(file, "A=\\u00zz");
        assertThatThrownBy(() -> GembaProperties.layer(file))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(file.toString());
        Files.write(file, new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> GembaProperties.layer(file)).hasMessageContaining("UTF-8");
    }

    @Test
    void aWrongValueIsToldWithNameValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> of("PORT", "eighty").number("PORT", 8080, 0, 65535))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("The setting PORT is 'eighty'; allowed is a whole number from 0 to 65535.");
        assertThatThrownBy(() -> of("PORT", "70000").number("PORT", 8080, 0, 65535))
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> of("LIMITS", "maybe").flag("LIMITS", true)).hasMessageContaining("true or false");
        assertThatThrownBy(() -> of("URL", "ftp://x").url("URL")).hasMessageContaining("http://");
        assertThatThrownBy(() -> of("ZONE", "Mars/Base").zone("ZONE")).hasMessageContaining("Asia/Shanghai");
    }

    @Test
    void rightValuesAreTyped() {
        assertThat(of("N", " 5 ").seconds("N", 1, 1, 9)).isEqualTo(Duration.ofSeconds(5));
        assertThat(of("N", "off").flag("N", true)).isFalse();
        assertThat(of("N", "Asia/Shanghai").zone("N")).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(of("N", "a, b,,c ").list("N")).containsExactly("a", "b", "c");
        assertThat(of("N", "geheim").secret("N").toString()).doesNotContain("geheim");
        assertThat(of("N", "x").number("M", 7, 0, 9)).isEqualTo(7);
    }
}
