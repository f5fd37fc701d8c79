package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsChanged;
import org.gemba.platform.events.Events;
import org.gemba.platform.security.SecretBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSettingsTest {
    @TempDir
    Path folder;

    private final List<Object> announced = new ArrayList<>();

    private StoredSettings settings(Database database, String key) {
        var events = new Events();
        events.on(SettingsChanged.class, announced::add);
        var clock = Clock.systemUTC();
        return new StoredSettings(database, SecretBox.with(folder.resolve(key)), new Audit(clock), events, clock);
    }

    @Test
    void settingsAreKeptAndSecretsAreNotReadableInTheFile() throws Exception {
        try (var database = TestDatabase.open(folder)) {
            var settings = settings(database, "a.key");
            settings.save(
                    List.of(
                            new StoredSettings.Change("KINGDEE_ACCT_ID", "plant-one-account", false),
                            new StoredSettings.Change("KINGDEE_APP_SEC", "plain-secret-words", true)),
                    "admin");
            assertThat(announced).containsExactly(new SettingsChanged(Set.of("KINGDEE_ACCT_ID", "KINGDEE_APP_SEC")));
            assertThat(settings(database, "a.key").get("KINGDEE_APP_SEC")).contains("plain-secret-words");
            assertThat(settings(database, "other.key").get("KINGDEE_APP_SEC")).isEmpty();
            assertThat(settings(database, "other.key").get("KINGDEE_ACCT_ID")).contains("plant-one-account");
            settings.save(List.of(new StoredSettings.Change("KINGDEE_ACCT_ID", "", false)), "admin");
            assertThat(settings.get("KINGDEE_ACCT_ID")).isEmpty();
            assertThat(settings(database, "a.key").get("KINGDEE_ACCT_ID")).isEmpty();
        }
        var bytes = new String(Files.readAllBytes(folder.resolve("gemba.mv.db")), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("plant-one-account").doesNotContain("plain-secret-words");
    }
}
