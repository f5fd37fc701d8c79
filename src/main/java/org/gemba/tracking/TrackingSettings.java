package org.gemba.tracking;

import java.time.Duration;
import org.gemba.platform.config.SettingsSource;

/// How tracking behaves.
///
/// @param liveFor how long an answer of the ERP serves everybody who asks the same
/// @param liveWait how long a request waits for the ERP before it takes what is stored
/// @param monitoringNeedsToken closes the three monitoring routes, which the document leaves open
/// @param inviteLink what the QR code of an invite holds; `{code}` stands for the code
public record TrackingSettings(Duration liveFor, Duration liveWait, boolean monitoringNeedsToken, String inviteLink) {
    /// @throws org.gemba.platform.config.WrongSetting when a value is not of its kind
    public static TrackingSettings read(SettingsSource source) {
        return new TrackingSettings(
                source.seconds("TRACKING_LIVE_SECONDS", 10, 0, 3600),
                source.seconds("TRACKING_LIVE_WAIT", 4, 1, 60),
                source.flag("TRACKING_MONITORING_AUTH", false),
                source.text("TRACKING_INVITE_LINK", "{code}"));
    }
}
