package org.gemba.erp;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemba.erp.data.Balances;
import org.gemba.erp.data.CachedDocuments;
import org.gemba.erp.data.SearchIndex;
import org.gemba.erp.k3cloud.LiveDocuments;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// {@link ErpDocuments} over the connection and the store.
final class StoredAndLiveDocuments implements ErpDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAndLiveDocuments.class);

    private final ErpConnection connection;
    private final CachedDocuments cached;
    private final SearchIndex index;
    private final Balances balances;
    private final Clock clock;

    StoredAndLiveDocuments(ErpConnection connection, Database database, Clock clock) {
        this.connection = connection;
        this.cached = new CachedDocuments(database);
        this.index = new SearchIndex(database);
        this.balances = new Balances(database);
        this.clock = clock;
    }

    @Override
    public MtoDocuments live(String mtoNumber) {
        var asked = clock.instant();
        var erp = connection.live();
        var set = erp.matching(mtoNumber);
        var auxIds = new HashSet<Long>();
        var codes = new HashSet<String>();
        for (var form : ErpForm.DOCUMENTS) {
            for (var line : set.of(form)) {
                auxIds.add(line.auxId());
                codes.add(line.material().code());
            }
        }
        return set.of(mtoNumber, true, asked, orNone(() -> erp.auxTexts(auxIds)), materials(erp, codes));
    }

    private static Map<String, MaterialMaster> materials(LiveDocuments erp, HashSet<String> codes) {
        return orNone(() -> erp.materials(codes));
    }

    /// Texts are worth having, not worth failing for.
    private static <K, V> Map<K, V> orNone(Supplier<Map<K, V>> question) {
        try {
            return question.get();
        } catch (AppError.UpstreamUnavailable e) {
            LOG.warn("texts are missing: {}", e.getMessage());
            return Map.of();
        }
    }

    @Override
    public Optional<MtoDocuments> cached(String mtoNumber) {
        return cached.find(mtoNumber, connection.match());
    }

    @Override
    public Found search(String words, int limit, int offset) {
        return index.search(words, limit, offset);
    }

    @Override
    public List<String> recent(int count) {
        return cached.recent(count);
    }

    @Override
    public List<PickBalance> pickBalances() {
        return balances.picks();
    }

    @Override
    public List<ShipBalance> shipBalances() {
        return balances.ships();
    }
}
