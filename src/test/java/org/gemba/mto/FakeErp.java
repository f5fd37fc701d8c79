package org.gemba.mto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.erp.ErpDocuments;
import org.gemba.erp.MtoDocuments;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// An ERP and a document store that a test fills and breaks.
public final class FakeErp implements ErpDocuments {
    public final Map<String, Documents> live = new ConcurrentHashMap<>();
    public final Map<String, MtoDocuments> stored = new ConcurrentHashMap<>();
    public final List<Hit> hits = new ArrayList<>();
    public final List<PickBalance> picks = new ArrayList<>();
    public final List<ShipBalance> ships = new ArrayList<>();
    public final AtomicInteger calls = new AtomicInteger();
    public final AtomicInteger reads = new AtomicInteger();
    public volatile boolean down;
    public volatile boolean unreadable;
    public volatile @Nullable CountDownLatch gate;

    public void store(Documents documents, Instant asOf) {
        stored.put(documents.mto, documents.cachedAt(asOf));
    }

    @Override
    public MtoDocuments live(String mtoNumber) {
        calls.incrementAndGet();
        var waiting = gate;
        try {
            if (waiting != null) waiting.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (down) throw new AppError.UpstreamUnavailable("erp", "ERP system unavailable", null);
        return live.getOrDefault(mtoNumber, new Documents(mtoNumber)).live();
    }

    @Override
    public Optional<MtoDocuments> cached(String mtoNumber) {
        reads.incrementAndGet();
        if (unreadable) throw new AppError.Unavailable("The database cannot be read now.", null);
        return Optional.ofNullable(stored.get(mtoNumber));
    }

    @Override
    public Found search(String words, int limit, int offset) {
        var found = hits.stream()
                .filter(hit ->
                        hit.mtoNumber().contains(words) || hit.materialName().contains(words))
                .toList();
        return new Found(found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    @Override
    public List<String> recent(int count) {
        return stored.keySet().stream().sorted().limit(count).toList();
    }

    @Override
    public List<PickBalance> pickBalances() {
        reads.incrementAndGet();
        return List.copyOf(picks);
    }

    @Override
    public List<ShipBalance> shipBalances() {
        return List.copyOf(ships);
    }
}
