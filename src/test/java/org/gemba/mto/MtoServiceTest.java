package org.gemba.mto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.mto.MtoStatus.Source;
import org.gemba.mto.cache.QueryHistory;
import org.gemba.mto.data.QueryCounts;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtoServiceTest {
    private static final Caller SYSTEM = Caller.system();
    private static final String MTO = "AS2511001";

    @TempDir
    static Path folder;

    private static Database database;

    private final TestClock clock = new TestClock();
    private final FakeErp erp = new FakeErp();
    private QueryHistory history;
    private MtoService service;

    /// A clock that a test moves.
    static final class TestClock extends Clock {
        private volatile Instant now = Documents.NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build() {
        new QueryCounts(database).clear();
        history = new QueryHistory(new QueryCounts(database), clock);
        service = service(history);
    }

    private MtoService service(QueryHistory queries) {
        var settings = MtoSettings.read(new SettingsSource(name -> Optional.empty()));
        return new MtoService(erp, queries, settings, clock, () -> ZoneOffset.UTC);
    }

    private Documents pump(String produced) {
        return new Documents(MTO).sold("07.01", 0, "100").received("07.01", 0, produced);
    }

    private static String produced(MtoStatus status) {
        return status.source() + " "
                + status.lines().getFirst().produced().value().toPlainString() + " "
                + status.age().toSeconds();
    }

    private String ask(boolean useCache) {
        return produced(service.status(SYSTEM, MTO, useCache));
    }

    @Test
    void freshDocumentsComeFromTheDatabaseThenFromMemoryAndTheErpIsNotAsked() {
        erp.store(pump("40"), Documents.NOW.minusSeconds(1200));
        assertThat(ask(true)).isEqualTo("CACHE 40 1200");
        clock.pass(Duration.ofSeconds(60));
        assertThat(ask(true)).isEqualTo("CACHE 40 1260");
        assertThat(erp.reads.get()).isEqualTo(1);
        assertThat(erp.calls.get()).isZero();
    }

    @Test
    void documentsOfAnHourAreNotFreshAnyMoreNeitherInTheDatabaseNorInMemory() {
        erp.live.put(MTO, pump("70"));
        erp.store(pump("40"), Documents.NOW.minusSeconds(3599));
        assertThat(ask(true)).isEqualTo("CACHE 40 3599");
        clock.pass(Duration.ofSeconds(1));
        assertThat(ask(true)).startsWith("LIVE 70");
        assertThat(erp.calls.get()).isEqualTo(1);
    }

    @Test
    void aStaleAnswerIsServedAndToldWhenTheErpIsDown() {
        erp.store(pump("40"), Documents.NOW.minus(Duration.ofHours(5)));
        erp.down = true;
        assertThat(ask(true)).isEqualTo("STALE 40 18000");
        assertThatThrownBy(() -> ask(false)).isInstanceOf(AppError.UpstreamUnavailable.class);
    }

    @Test
    void withNothingKeptADownErpIsAnErrorAndNotAnUnknownNumber() {
        erp.down = true;
        assertThatThrownBy(() -> ask(true)).isInstanceOf(AppError.UpstreamUnavailable.class);
    }

    @Test
    void anUnreadableDatabaseLeavesTheErpToAsk() {
        erp.live.put(MTO, pump("70"));
        erp.unreadable = true;
        assertThat(ask(true)).isEqualTo("LIVE 70 0");
    }

    @Test
    void askingLiveKeepsNothing() {
        erp.live.put(MTO, pump("70"));
        assertThat(ask(false)).isEqualTo("LIVE 70 0");
        assertThat(ask(false)).isEqualTo("LIVE 70 0");
        assertThat(erp.calls.get()).isEqualTo(2);
        assertThat(service.cacheStats(SYSTEM).size()).isZero();
    }

    @Test
    void whatWasFetchedLiveForACachedQuestionIsKept() {
        erp.live.put(MTO, pump("70"));
        assertThat(ask(true)).isEqualTo("LIVE 70 0");
        clock.pass(Duration.ofMinutes(10));
        assertThat(ask(true)).isEqualTo("CACHE 70 600");
    }

    @Test
    void memoryForgetsAfterItsTimeToLive() {
        erp.live.put(MTO, pump("70"));
        ask(true);
        clock.pass(Duration.ofMinutes(31));
        assertThat(ask(true)).startsWith("LIVE 70");
    }

    @Test
    void anUnknownNumberIsNotFoundAndNotHot() {
        assertThatThrownBy(() -> service.status(SYSTEM, "AK0000000", true))
                .isInstanceOf(AppError.NotFound.class)
                .hasMessage("MTO number AK0000000 not found");
        assertThat(service.hot(SYSTEM, 10).mtoNumbers()).isEmpty();
    }

    @Test
    void aPurchaseOnlyNumberIsFound() {
        erp.live.put(MTO, new Documents(MTO).bought("03.01", 0, "5", "1"));
        assertThat(service.status(SYSTEM, MTO, true).lines()).hasSize(1);
    }

    @Test
    void manyWhoAskAtOnceCostOneCallOfTheErp() throws Exception {
        erp.live.put(MTO, pump("70"));
        var gate = new CountDownLatch(1);
        erp.gate = gate;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < 50; i++) {
                boolean useCache = i % 2 == 0;
                answers.add(CompletableFuture.supplyAsync(() -> ask(useCache), pool));
            }
            while (service.cacheStats(SYSTEM).memory().misses() < 25) Thread.onSpinWait();
            gate.countDown();
            for (var answer : answers) assertThat(answer.get()).startsWith("LIVE 70");
        }
        // Those who came after the gate opened may have needed one more.
        assertThat(erp.calls.get()).isBetween(1, 3);
    }

    @Test
    void newDocumentsMakeMemoryForget() {
        erp.store(pump("40"), Documents.NOW);
        ask(true);
        erp.store(pump("55"), Documents.NOW);
        assertThat(ask(true)).isEqualTo("CACHE 40 0");
        assertThat(service.forgetAll()).isEqualTo(1);
        assertThat(ask(true)).isEqualTo("CACHE 55 0");
    }

    @Test
    void whatWasReadBeforeAClearingDoesNotComeBackAfterIt() throws Exception {
        erp.live.put(MTO, pump("70"));
        var gate = new CountDownLatch(1);
        erp.gate = gate;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = CompletableFuture.supplyAsync(() -> ask(true), pool);
            while (erp.calls.get() == 0) Thread.onSpinWait();
            service.forgetAll();
            gate.countDown();
            answer.get();
        }
        assertThat(service.cacheStats(SYSTEM).size()).isZero();
    }

    @Test
    void relatedOrdersAreAskedLiveAndServedStaleWhenTheErpIsDown() {
        erp.live.put(MTO, pump("70").order("07.01", 0, "100"));
        var live = service.relatedOrders(SYSTEM, MTO);
        assertThat(live.source()).isEqualTo(Source.LIVE);
        assertThat(live.related()
                        .of(RelatedOrders.Kind.PRODUCTION_RECEIPT)
                        .getFirst()
                        .linkedOrder())
                .isEqualTo("SCDD001");
        assertThat(live.related().of(RelatedOrders.Kind.SALES_DELIVERY)).isEmpty();
        erp.store(pump("70"), Documents.NOW.minus(Duration.ofDays(1)));
        erp.down = true;
        assertThat(service.relatedOrders(SYSTEM, MTO).source()).isEqualTo(Source.STALE);
        assertThatThrownBy(() -> service.relatedOrders(SYSTEM, "AS9")).isInstanceOf(AppError.UpstreamUnavailable.class);
        erp.down = false;
        assertThatThrownBy(() -> service.relatedOrders(SYSTEM, "AS9")).isInstanceOf(AppError.NotFound.class);
    }

    @Test
    void warmingLoadsCountsFailuresAndIsNotAskingForThem() {
        for (int i = 1; i <= 3; i++) {
            erp.store(new Documents("AS" + i).sold("07.01", 0, "1"), Documents.NOW.minusSeconds(60));
        }
        erp.store(new Documents("AS4").sold("07.01", 0, "1"), Documents.NOW.minus(Duration.ofHours(2)));
        erp.store(new Documents("AS5").sold("07.01", 0, "1"), Documents.NOW.minus(Duration.ofHours(2)));
        erp.down = true;
        var told = new ArrayList<String>();
        var result = service.warm(SYSTEM, 50, false, (done, of) -> told.add(done + "/" + of));
        assertThat(result).isEqualTo(new WarmResult(WarmResult.Source.RECENT_SYNCED, 50, 3, 2));
        assertThat(told).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
        assertThat(erp.calls.get()).as("a silent ERP is asked once").isEqualTo(1);
        assertThat(service.hot(SYSTEM, 10).totalQueries()).isZero();
        assertThat(service.cacheStats(SYSTEM).size()).isEqualTo(3);
    }

    @Test
    void theHotListSurvivesARestart() {
        for (var number : List.of("AS1", "AS2", "AS2", "AS3", "AS3", "AS3")) {
            erp.store(new Documents(number).sold("07.01", 0, "1"), Documents.NOW);
            service.status(SYSTEM, number, true);
        }
        history.close();
        var again = service(new QueryHistory(new QueryCounts(database), clock));
        assertThat(again.hot(SYSTEM, 2)).isEqualTo(new HotMtos(List.of("AS3", "AS2"), 3, 6));
        assertThat(again.warm(SYSTEM, 10, true, (done, of) -> {}).warmed()).isEqualTo(3);
    }

    @Test
    void theHotListIsBounded() {
        for (int i = 0; i < 10_500; i++) history.count("AS" + i);
        assertThat(history.unique()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void countersTellHitsAndMissesAndCanBeReset() {
        erp.store(pump("40"), Documents.NOW);
        ask(true);
        ask(true);
        ask(true);
        var stats = service.cacheStats(SYSTEM);
        assertThat(stats.memory()).isEqualTo(new CacheStats.Ratio(2, 1));
        assertThat(stats.database()).isEqualTo(new CacheStats.Ratio(1, 0));
        assertThat(stats.hottest()).containsExactly(java.util.Map.entry(MTO, 3L));
        service.resetStats(SYSTEM);
        assertThat(service.cacheStats(SYSTEM).memory()).isEqualTo(new CacheStats.Ratio(0, 0));
        assertThat(service.hot(SYSTEM, 5).totalQueries()).isZero();
        assertThat(new QueryCounts(database).top(5)).isEmpty();
    }

    @Test
    void whoMayOnlyLookMayNotClear() {
        var viewer = new Caller(
                "u",
                "viewer",
                Role.VIEWER,
                Set.of(org.gemba.access.Permission.MTO_READ),
                Set.of(ApiFamily.MTO),
                List.of(),
                null);
        assertThatThrownBy(() -> service.clear(viewer)).isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> service.warm(viewer, 1, false, (done, of) -> {}))
                .isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> service.invalidate(viewer, MTO)).isInstanceOf(AppError.Forbidden.class);
        var nobody = new Caller("c", "customer", Role.CUSTOMER, Set.of(), Set.of(ApiFamily.TRACKING), List.of(), null);
        assertThatThrownBy(() -> service.status(nobody, MTO, true)).isInstanceOf(AppError.Forbidden.class);
    }
}
