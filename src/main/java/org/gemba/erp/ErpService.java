package org.gemba.erp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gemba.erp.ErpState.Condition;
import org.gemba.erp.data.Balances;
import org.gemba.erp.data.DocumentStore;
import org.gemba.erp.data.SearchIndex;
import org.gemba.erp.k3cloud.K3CloudClient;
import org.gemba.erp.k3cloud.K3CloudDocuments;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.jspecify.annotations.Nullable;

/// The ERP as the rest of the program sees it: live, or as last synchronised.
public final class ErpService implements ErpDocuments {
    private final Supplier<ErpSettings> settings;
    private final Outbound outbound;
    private final Executor threads;
    private final DocumentStore store;
    private final SearchIndex index;
    private final Balances balances;
    private final Events events;
    private final Clock clock;
    private final AtomicReference<ErpState> state;
    private @Nullable K3CloudDocuments connection;

    ErpService(
            Supplier<ErpSettings> settings,
            Outbound outbound,
            Executor threads,
            DocumentStore store,
            SearchIndex index,
            Balances balances,
            Events events,
            Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.threads = threads;
        this.store = store;
        this.index = index;
        this.balances = balances;
        this.events = events;
        this.clock = clock;
        this.state = new AtomicReference<>(unasked());
    }

    private ErpState unasked() {
        var missing = settings.get().missing();
        return missing.isEmpty()
                ? new ErpState(Condition.UNKNOWN, null, null)
                : new ErpState(Condition.NOT_CONFIGURED, null, missing.get() + " is not set");
    }

    public ErpState state() {
        return state.get();
    }

    /// Whether an ERP is set up at all.
    public boolean isConfigured() {
        return settings.get().missing().isEmpty();
    }

    /// Tries settings that are not stored yet.
    ///
    /// @throws AppError.UpstreamUnavailable with the reason in words
    /// @throws AppError.NotConfigured when something is missing
    public void test(ErpSettings tried) {
        require(tried);
        new K3CloudClient(outbound, tried).logIn();
    }

    /// The next question uses the settings as they are then.
    void reconnect() {
        synchronized (this) {
            connection = null;
        }
        tell(unasked());
    }

    /// The live ERP, for the synchronisation.
    ///
    /// @throws AppError.NotConfigured when no ERP is set up
    synchronized K3CloudDocuments connection() {
        var known = connection;
        if (known != null) return known;
        var now = settings.get();
        require(now);
        var made = new K3CloudDocuments(new K3CloudClient(outbound, now), now, threads);
        connection = made;
        return made;
    }

    private static void require(ErpSettings settings) {
        settings.missing().ifPresent(name -> {
            throw new AppError.NotConfigured("erp", "No ERP is set up: " + name + " is not set");
        });
    }

    @Override
    public MtoDocuments live(String mtoNumber) {
        var source = connection();
        var asked = clock.instant();
        try {
            var found = source.about(mtoNumber);
            answered();
            return found.about(mtoNumber, true, asked);
        } catch (AppError.UpstreamUnavailable e) {
            failed(e);
            throw e;
        }
    }

    /// Notes that the ERP answered.
    void answered() {
        tell(new ErpState(Condition.ONLINE, clock.instant(), null));
    }

    /// Notes that it did not, and why.
    void failed(AppError.UpstreamUnavailable problem) {
        var words = String.valueOf(problem.getMessage());
        var condition = words.contains("refuses the login") ? Condition.LOGIN_REFUSED : Condition.OFFLINE;
        tell(new ErpState(condition, state.get().lastGood(), words));
    }

    private void tell(ErpState now) {
        var before = state.getAndSet(now);
        if (before.condition() != now.condition()) events.publish(now);
    }

    @Override
    public Optional<MtoDocuments> cached(String mtoNumber) {
        return store.about(mtoNumber);
    }

    @Override
    public Found search(String words, int limit, int offset) {
        return index.search(words, limit, offset);
    }

    @Override
    public List<String> recent(int count) {
        return store.recent(count);
    }

    @Override
    public List<PickBalance> pickBalances() {
        return balances.picks();
    }

    @Override
    public List<ShipBalance> shipBalances() {
        return balances.shipments();
    }
}
