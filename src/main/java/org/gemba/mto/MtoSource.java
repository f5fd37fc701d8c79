package org.gemba.mto;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.gemba.erp.ErpDocuments;
import org.gemba.erp.MtoDocuments;
import org.gemba.mto.MtoStatus.Source;
import org.gemba.mto.cache.MtoMemory;
import org.gemba.mto.cache.MtoMemory.Kept;
import org.gemba.mto.cache.SingleFlight;
import org.gemba.mto.calc.MtoAggregator;
import org.gemba.platform.error.AppError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where an answer comes from: memory, then the database, while the oldest document is fresh; else the ERP; and what is
/// left of the old when the ERP does not answer, told as such.
final class MtoSource {
    private static final Logger LOG = LoggerFactory.getLogger(MtoSource.class);

    private final ErpDocuments erp;
    private final MtoAggregator aggregator;
    private final MtoMemory memory;
    private final MtoSettings settings;
    private final Clock clock;
    private final SingleFlight<String, MtoStatus> builds = new SingleFlight<>();
    private final SingleFlight<String, MtoStatus> calls = new SingleFlight<>();
    private final LongAdder databaseHits = new LongAdder();
    private final LongAdder databaseMisses = new LongAdder();

    MtoSource(ErpDocuments erp, MtoAggregator aggregator, MtoMemory memory, MtoSettings settings, Clock clock) {
        this.erp = erp;
        this.aggregator = aggregator;
        this.memory = memory;
        this.settings = settings;
        this.clock = clock;
    }

    MtoStatus nearest(String mtoNumber) {
        var kept = memory.peek(mtoNumber).filter(entry -> isFresh(entry.asOf()));
        memory.count(kept.isPresent());
        return kept.map(entry -> status(entry, Source.CACHE))
                .orElseGet(() -> builds.run(mtoNumber, () -> build(mtoNumber)));
    }

    /// Straight from the ERP, past every cache.
    ///
    /// @throws AppError.UpstreamUnavailable when it does not answer
    MtoStatus live(String mtoNumber) {
        return calls.run(mtoNumber, () -> fetch(mtoNumber));
    }

    /// From the ERP, or what is left when it does not answer.
    MtoStatus liveOrStale(String mtoNumber) {
        try {
            return live(mtoNumber);
        } catch (AppError.UpstreamUnavailable | AppError.NotConfigured e) {
            return stale(mtoNumber, stored(mtoNumber), e);
        }
    }

    /// Takes one number into memory ahead of the question.
    ///
    /// @param askErp whether the ERP may be asked for what the database does not have fresh
    Loaded load(String mtoNumber, boolean askErp) {
        if (memory.peek(mtoNumber).filter(entry -> isFresh(entry.asOf())).isPresent()) return Loaded.YES;
        if (!askErp)
            return fromDatabase(mtoNumber, stored(mtoNumber), memory.generation())
                            .isPresent()
                    ? Loaded.YES
                    : Loaded.NO;
        try {
            var status = builds.run(mtoNumber, () -> build(mtoNumber));
            return status.source() == Source.STALE ? Loaded.ERP_SILENT : Loaded.YES;
        } catch (AppError.UpstreamUnavailable | AppError.NotConfigured e) {
            return Loaded.ERP_SILENT;
        } catch (AppError.NotFound e) {
            return Loaded.NO;
        }
    }

    enum Loaded {
        YES,
        NO,
        ERP_SILENT
    }

    CacheStats.Ratio databaseRatio() {
        return new CacheStats.Ratio(databaseHits.sum(), databaseMisses.sum());
    }

    void resetCounts() {
        databaseHits.reset();
        databaseMisses.reset();
    }

    private MtoStatus build(String mtoNumber) {
        long generation = memory.generation();
        var stored = stored(mtoNumber);
        var fresh = fromDatabase(mtoNumber, stored, generation);
        (fresh.isPresent() ? databaseHits : databaseMisses).increment();
        if (fresh.isPresent()) return status(fresh.get(), Source.CACHE);
        try {
            var live = live(mtoNumber);
            memory.put(mtoNumber, new Kept(live.content(), live.asOf()), generation);
            return live;
        } catch (AppError.UpstreamUnavailable | AppError.NotConfigured e) {
            return stale(mtoNumber, stored, e);
        }
    }

    private Optional<Kept> fromDatabase(String mtoNumber, Optional<MtoDocuments> stored, long generation) {
        var fresh = stored.filter(documents -> isFresh(documents.asOf())).flatMap(this::known);
        fresh.ifPresent(kept -> memory.put(mtoNumber, kept, generation));
        return fresh;
    }

    private MtoStatus fetch(String mtoNumber) {
        return known(erp.live(mtoNumber)).map(kept -> status(kept, Source.LIVE)).orElseThrow(() -> {
            memory.remove(mtoNumber);
            return new AppError.NotFound("MTO number", mtoNumber);
        });
    }

    private MtoStatus stale(String mtoNumber, Optional<MtoDocuments> stored, AppError why) {
        var remembered = memory.peek(mtoNumber);
        var built = stored.filter(documents -> remembered.isEmpty()
                        || documents.asOf().isAfter(remembered.get().asOf()))
                .flatMap(this::known);
        return built.or(() -> remembered)
                .map(kept -> status(kept, isFresh(kept.asOf()) ? Source.CACHE : Source.STALE))
                .orElseThrow(() -> why);
    }

    /// A database that cannot be read now leaves the ERP to ask.
    private Optional<MtoDocuments> stored(String mtoNumber) {
        try {
            return erp.cached(mtoNumber);
        } catch (AppError.Unavailable e) {
            LOG.warn("stored documents of {} cannot be read: {}", mtoNumber, e.getMessage());
            return Optional.empty();
        }
    }

    /// Empty when neither an order nor any line speaks of the number.
    private Optional<Kept> known(MtoDocuments documents) {
        var content = aggregator.build(documents);
        return content.lines().isEmpty() && !documents.isKnown()
                ? Optional.empty()
                : Optional.of(new Kept(content, documents.asOf()));
    }

    private boolean isFresh(Instant asOf) {
        return clock.instant().isBefore(asOf.plus(settings.freshFor()));
    }

    private MtoStatus status(Kept kept, Source source) {
        return new MtoStatus(kept.content(), source, clock.instant(), kept.asOf());
    }
}
