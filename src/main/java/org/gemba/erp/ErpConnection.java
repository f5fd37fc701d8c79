package org.gemba.erp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.erp.k3cloud.FormCatalogue;
import org.gemba.erp.k3cloud.K3CloudClient;
import org.gemba.erp.k3cloud.LiveDocuments;
import org.gemba.platform.Threads;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.jspecify.annotations.Nullable;

/// The connection to the ERP as the settings of this moment describe it, and what is known of its state. A change of
/// settings takes effect with the next question.
public final class ErpConnection implements AutoCloseable {
    private final SettingsSource settings;
    private final Outbound outbound;
    private final Events events;
    private final Clock clock;
    private final ExecutorService threads = Threads.virtual("erp");
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Open open;
    private ErpState state;

    private record Open(ErpSettings settings, FormCatalogue catalogue, K3CloudClient client, LiveDocuments live) {}

    public ErpConnection(SettingsSource settings, Outbound outbound, Events events, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.events = events;
        this.clock = clock;
        this.state = unasked(isConfigured());
    }

    /// What the last calls showed.
    public ErpState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    public boolean isConfigured() {
        return current().isPresent();
    }

    /// The way to ask.
    ///
    /// @throws AppError.NotConfigured when no ERP is set up
    public LiveDocuments live() {
        var wanted = current()
                .orElseThrow(() -> new AppError.NotConfigured(
                        "erp", "No ERP is connected; set KINGDEE_SERVER_URL and the account in Settings."));
        lock.lock();
        try {
            if (open == null || !open.settings().equals(wanted)) {
                close();
                open = opened(wanted, new Reports());
            }
            return open.live();
        } finally {
            lock.unlock();
        }
    }

    /// Logs in with other settings and asks for one row, and leaves the connection alone.
    ///
    /// @return how long it took
    /// @throws AppError.UpstreamUnavailable with the reason in words
    public Duration test(ErpSettings other) {
        long begin = System.nanoTime();
        try (var client = K3CloudClient.over(outbound, other, FormCatalogue.from(settings), clock, new Nobody())) {
            client.test();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Asks the ERP for one row, so that the state is known.
    public ErpState probe() {
        try {
            live();
            var now = open;
            if (now != null) now.client().test();
        } catch (AppError e) {
            if (e instanceof AppError.NotConfigured) change(unasked(false));
        }
        return state();
    }

    MtoMatch match() {
        try {
            return current().map(ErpSettings::match).orElse(MtoMatch.SUB_ORDERS);
        } catch (AppError.NotConfigured | WrongSetting e) {
            return MtoMatch.SUB_ORDERS;
        }
    }

    private Optional<ErpSettings> current() {
        return ErpSettings.from(settings);
    }

    private Open opened(ErpSettings wanted, K3CloudClient.Listener listener) {
        var catalogue = FormCatalogue.from(settings);
        var client = K3CloudClient.over(outbound, wanted, catalogue, clock, listener);
        return new Open(wanted, catalogue, client, new LiveDocuments(client, threads));
    }

    private ErpState unasked(boolean isConfigured) {
        return new ErpState(
                isConfigured ? ErpState.Status.UNKNOWN : ErpState.Status.NOT_CONFIGURED,
                clock.instant(),
                null,
                isConfigured ? "" : "No ERP is connected.",
                null,
                List.of());
    }

    /// Announces what people would notice.
    private void change(ErpState next) {
        ErpState before;
        lock.lock();
        try {
            before = state;
            state = next;
        } finally {
            lock.unlock();
        }
        if (before.status() != next.status()
                || !before.problem().equals(next.problem())
                || !before.warnings().equals(next.warnings())) events.publish(new ErpStateChanged(next));
    }

    /// Ends what waits for the ERP.
    @Override
    public void close() {
        lock.lock();
        try {
            if (open != null) open.client().close();
            open = null;
        } finally {
            lock.unlock();
        }
    }

    private final class Reports implements K3CloudClient.Listener {
        @Override
        public void answered(Duration time) {
            var before = state();
            var since = before.isOnline() ? before.since() : clock.instant();
            change(new ErpState(ErpState.Status.ONLINE, since, clock.instant(), "", time, before.warnings()));
        }

        @Override
        public void failed(boolean isRefusedLogin, String words) {
            var before = state();
            var status = isRefusedLogin ? ErpState.Status.LOGIN_REFUSED : ErpState.Status.OFFLINE;
            Instant since = before.status() == status ? before.since() : clock.instant();
            change(new ErpState(status, since, before.lastGood(), words, before.latency(), before.warnings()));
        }

        @Override
        public void lacks(String form, String key) {
            var before = state();
            var warnings = new ArrayList<>(before.warnings());
            warnings.add("The form " + form + " has no field " + key + ".");
            change(new ErpState(
                    before.status(),
                    before.since(),
                    before.lastGood(),
                    before.problem(),
                    before.latency(),
                    List.copyOf(warnings)));
        }
    }

    private static final class Nobody implements K3CloudClient.Listener {
        @Override
        public void answered(Duration time) {}

        @Override
        public void failed(boolean isRefusedLogin, String words) {}

        @Override
        public void lacks(String form, String key) {}
    }
}
