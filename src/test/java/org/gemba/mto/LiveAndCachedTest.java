package org.gemba.mto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gemba.access.Caller;
import org.gemba.demo.Demo;
import org.gemba.erp.ErpFeature;
import org.gemba.mto.MtoStatus.Source;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way twice, from the simulator over the wire: live, and through a synchronisation and the database.
class LiveAndCachedTest {
    private static final Caller SYSTEM = Caller.system();
    private static final int ORDERS = 40;

    @TempDir
    static Path folder;

    private static Demo demo;
    private static Database database;
    private static Outbound outbound;
    private static MtoFeature mto;
    private static @Nullable Tasks tasks;

    @BeforeAll
    static void synchronise() throws Exception {
        var clock = Clock.systemUTC();
        var events = new Events();
        demo = Demo.start(clock);
        database = TestDatabase.open(folder);
        outbound = new Outbound(new SimpleMeterRegistry(), "test");
        var settings = new SettingsSource(
                demo::setting, name -> java.util.Optional.ofNullable(name.equals("MTO_WARM_ON_START") ? "off" : null));
        var erp = new ErpFeature(
                database,
                () -> Objects.requireNonNull(tasks),
                events,
                new Audit(clock),
                settings,
                outbound,
                clock,
                () -> ZoneOffset.ofHours(8));
        mto = new MtoFeature(
                erp.documents(),
                database,
                events,
                settings,
                new Texts(List.of("mto")),
                clock,
                () -> ZoneOffset.ofHours(8));
        var engine = new Tasks(database, events, clock, erp.taskKinds());
        tasks = engine;
        engine.start();
        var over = new CompletableFuture<TaskRecord.State>();
        events.on(TaskChanged.class, change -> {
            if (change.task().state().isOver()) over.complete(change.task().state());
        });
        erp.sync().trigger(SYSTEM, 365, 30, false);
        assertThat(over.get(50, TimeUnit.SECONDS)).isEqualTo(TaskRecord.State.COMPLETED);
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(tasks).close();
        outbound.close();
        database.close();
        demo.close();
    }

    @Test
    void liveAndCachedDocumentsOfTheDemoComeToTheSameAnswers() {
        var numbers = mto.service().recent(SYSTEM, ORDERS);
        assertThat(numbers).hasSize(ORDERS);
        for (var number : numbers) {
            var cached = mto.service().status(SYSTEM, number, true);
            var live = mto.service().status(SYSTEM, number, false);
            assertThat(cached.source()).isEqualTo(Source.CACHE);
            assertThat(live.source()).isEqualTo(Source.LIVE);
            assertThat(cached.content()).isEqualTo(live.content());
            assertThat(live.lines()).isNotEmpty();
        }
    }

    @Test
    void theDemoHasOrdersOfEveryRoute() {
        var routes = mto.service().recent(SYSTEM, ORDERS).stream()
                .flatMap(number -> mto.service().status(SYSTEM, number, true).lines().stream())
                .map(line -> line.type().route())
                .distinct();
        assertThat(routes)
                .contains(
                        MaterialType.Route.FINISHED,
                        MaterialType.Route.MADE,
                        MaterialType.Route.BOUGHT,
                        MaterialType.Route.SUBCONTRACT);
    }

    @Test
    void alertsComeFromWhatIsStored() {
        var alerts = mto.service().alerts(SYSTEM);
        assertThat(alerts.alerts()).extracting(MtoAlert::kind).contains(MtoAlert.Kind.OVER_PICKED);
        assertThat(alerts.alerts()).allSatisfy(alert -> {
            assertThat(alert.difference()).isPositive();
            assertThat(MtoClass.of(alert.mtoNumber()).isSample()).isFalse();
        });
    }

    @Test
    void anUnknownNumberIsNotFoundOverTheWire() {
        assertThatThrownBy(() -> mto.service().status(SYSTEM, "ZZ9999999", true))
                .isInstanceOf(AppError.NotFound.class);
    }
}
