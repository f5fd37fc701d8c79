package org.gemba.tracking.wechat;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.Outbound;
import org.jspecify.annotations.Nullable;

/// The client for the settings of this moment; a change of settings takes effect with the next call.
public final class WechatDoor {
    private final SettingsSource settings;
    private final Outbound outbound;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Open open;

    private record Open(WechatSettings settings, WechatClient client) {}

    public WechatDoor(SettingsSource settings, Outbound outbound, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.clock = clock;
    }

    public boolean isConfigured() {
        return WechatSettings.from(settings).isPresent();
    }

    /// @throws AppError.NotConfigured when the mini program is not set up
    public WechatClient client() {
        var wanted = WechatSettings.from(settings)
                .orElseThrow(() -> new AppError.NotConfigured(
                        "wechat", "No mini program is set up; set WECHAT_APP_ID and WECHAT_APP_SECRET."));
        lock.lock();
        try {
            var now = open;
            if (now == null || !now.settings().equals(wanted)) {
                now = new Open(wanted, new WechatClient(outbound, wanted, clock));
                open = now;
            }
            return now.client();
        } finally {
            lock.unlock();
        }
    }
}
