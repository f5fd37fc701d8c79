package org.gemba.assistant;

import java.time.Duration;
import java.util.Set;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;

/// The language model to ask.
///
/// @param key blank when none is set, and then nothing is asked
/// @param base address below which `/chat/completions` is
/// @param timeout the longest silence of the model
/// @param privateHosts hosts on private networks that an administrator allows, `host` or `host:port`
public record AssistantSettings(Secret key, String base, String model, Duration timeout, Set<String> privateHosts) {
    private static final String BASE = "https://api.deepseek.com";
    private static final String MODEL = "deepseek-chat";

    /// @throws org.gemba.platform.config.WrongSetting when a value is not of its kind
    public static AssistantSettings read(SettingsSource source) {
        return new AssistantSettings(
                source.secret("DEEPSEEK_API_KEY"),
                source.url("DEEPSEEK_BASE_URL").map(Object::toString).orElse(BASE),
                source.text("DEEPSEEK_MODEL", MODEL),
                source.seconds("DEEPSEEK_TIMEOUT", 30, 1, 300),
                Set.copyOf(source.list("GEMBA_PRIVATE_HOSTS")));
    }

    boolean isConfigured() {
        return !key.isBlank();
    }
}
