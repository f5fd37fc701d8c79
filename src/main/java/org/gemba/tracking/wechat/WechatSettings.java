package org.gemba.tracking.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;

/// The mini program that customers use.
///
/// @param base address of the WeChat platform
/// @param timeout the longest wait for one answer
/// @param state which version of the mini program a message opens: `formal`, `trial` or `developer`
public record WechatSettings(String appId, Secret appSecret, URI base, Duration timeout, String state) {
    private static final String BASE = "https://api.weixin.qq.com";

    /// Empty unless both the app's id and its secret are set.
    ///
    /// @throws org.gemba.platform.config.WrongSetting when a value is not of its kind
    public static Optional<WechatSettings> from(SettingsSource source) {
        var id = source.text("WECHAT_APP_ID");
        var secret = source.secret("WECHAT_APP_SECRET");
        if (id.isEmpty() || secret.isBlank()) return Optional.empty();
        return Optional.of(new WechatSettings(
                id.get(),
                secret,
                source.url("WECHAT_BASE_URL").orElse(URI.create(BASE)),
                source.seconds("WECHAT_TIMEOUT", 5, 1, 60),
                source.text("WECHAT_MINIPROGRAM_STATE", "formal")));
    }
}
