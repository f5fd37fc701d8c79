package org.gemba.platform.db;

import java.nio.file.Path;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;

/// Where the database is.
///
/// @param folder the data folder; the embedded database is its file `gemba.mv.db`
/// @param url empty for the embedded database, else a `jdbc:postgresql:` URL
public record DatabaseSettings(Path folder, String url, String user, Secret password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    public static DatabaseSettings embedded(Path folder) {
        return new DatabaseSettings(folder, "", "", new Secret(""));
    }

    /// @throws WrongSetting unless `GEMBA_DATABASE_URL` is empty or a `jdbc:postgresql:` URL
    public static DatabaseSettings from(SettingsSource settings, Path folder) {
        var url = settings.text("GEMBA_DATABASE_URL", "");
        if (!url.isEmpty() && !url.startsWith(POSTGRESQL)) {
            throw new WrongSetting("GEMBA_DATABASE_URL", withoutSecrets(url), "a URL that begins with " + POSTGRESQL);
        }
        return new DatabaseSettings(
                folder, url, settings.text("GEMBA_DATABASE_USER", ""), settings.secret("GEMBA_DATABASE_PASSWORD"));
    }

    public boolean isEmbedded() {
        return url.isEmpty();
    }

    /// The file of the embedded database.
    public Path file() {
        return folder.resolve("gemba.mv.db");
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("[?;].*", "…").replaceAll("//[^@/]*@", "//…@");
    }
}
