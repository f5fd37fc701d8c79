package org.gemba.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthSecretsTest {
    @TempDir
    Path folder;

    private static SettingsSource settings(Map<String, String> values) {
        return new SettingsSource(name -> Optional.ofNullable(values.get(name)));
    }

    @Test
    void whatIsNotSetIsGeneratedOnceForTheOwnerAlone() throws Exception {
        var first = AuthSecrets.from(settings(Map.of()), folder, false);
        assertThat(first.password().value()).hasSize(20);
        assertThat(first.signingKey().value()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(AuthSecrets.from(settings(Map.of()), folder, false)).isEqualTo(first);
        assertThat(first.toString()).doesNotContain(first.password().value());
        var file = folder.resolve("secrets.properties");
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) return;
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsSetIsNotWrittenDown() {
        var set = Map.of("AUTH_PASSWORD", "our own", "AUTH_SECRET_KEY", "k".repeat(32));
        assertThat(AuthSecrets.from(settings(set), folder, false).password().value())
                .isEqualTo("our own");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theValuesPrintedInTheDocumentsAreRefusedUnlessItIsTheDemo() {
        assertThatThrownBy(() -> AuthSecrets.from(settings(Map.of("AUTH_PASSWORD", "quickpulse")), folder, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("AUTH_PASSWORD")
                .hasMessageContaining("printed in the API documents");
        var key = Map.of("AUTH_SECRET_KEY", "your-secret-key-change-in-production");
        assertThatThrownBy(() -> AuthSecrets.from(settings(key), folder, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("AUTH_SECRET_KEY");
        assertThat(AuthSecrets.from(settings(key), folder, true).password().value())
                .isEqualTo("quickpulse");
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> AuthSecrets.from(settings(Map.of("AUTH_SECRET_KEY", "tooshort")), folder, false))
                .hasMessageContaining("at least 32 bytes")
                .hasMessageNotContaining("tooshort");
    }
}
