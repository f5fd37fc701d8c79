package org.gemba.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.demo.k3cloud.Fault.Kind;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.k3cloud.TinyFactory;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sync monitor in a headless window, over the real service.
@Timeout(60)
class SyncMonitorTest {
    @TempDir
    Path folder;

    private ErpStand stand;
    private Desk desk;
    private Screen screen;

    @BeforeEach
    void open() {
        stand = new ErpStand(folder, TinyFactory.documents());
        stand.sync(30);
        desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {}, "erp");
        screen = Fx.get(() -> stand.feature.screens(desk).getFirst().create().apply(java.util.Map.of()));
        Fx.show(Fx.get(() -> new StackPane(screen.node())), 1366, 768, desk.theme());
        Fx.run(screen::onShow);
        Fx.await("the last run", () -> label("#erp-state").startsWith("Online"));
    }

    @AfterEach
    void close() {
        Fx.run(screen::onHide);
        stand.close();
    }

    @Test
    void theLastRunTheConnectionAndTheScheduleShow() {
        Fx.await("history", () -> label("#sync-phase").startsWith("Last run: Completed"));
        assertThat(label("#erp-state")).contains("Online").contains("last answer");
        Fx.shoot(screen.node().getScene(), Path.of("target/screens/sync-light-en.png"));
        Fx.run(() -> desk.language().use(Texts.CHINESE));
        Fx.settle();
        assertThat(Fx.says("立即同步")).isTrue();
        Fx.shoot(screen.node().getScene(), Path.of("target/screens/sync-light-zh.png"));
    }

    @Test
    void aRunIsStartedByKeyboardAndItsFaultsAreToldInWords() throws Exception {
        stand.simulator.faults().set(Fault.of(Kind.HTML_PAGE).on(Forms.PICKING));
        Fx.run(() -> action("erp.sync.start"));
        Fx.await("started", () -> Fx.says("The synchronisation has started."));
        stand.awaitNoSync();
        desk.events().publish(new SyncFinished(java.time.Instant.EPOCH));
        Fx.await("the run", () -> label("#sync-phase").matches("Last run: (In part|Failed).*"));
        Fx.shoot(screen.node().getScene(), Path.of("target/screens/sync-failed-en.png"));
    }

    @Test
    void aWrongNumberOfDaysIsToldAndNothingStarts() {
        Fx.run(() -> Fx.find("#sync-days").requestFocus());
        Fx.key(KeyCode.END);
        Fx.type("000");
        Fx.run(() -> action("erp.sync.start"));
        Fx.await("problem", () -> label("#sync-problem").contains("365"));
        assertThat(stand.feature.sync().history(Caller.system(), 10)).hasSize(1);
    }

    @Test
    void aChangedScheduleIsSaved() {
        Fx.run(() -> ((javafx.scene.control.TextField) Fx.find("#sync-times")).setText("6:30, 14:15"));
        Fx.run(() -> action("erp.sync.save"));
        Fx.await("saved", () -> Fx.says("The schedule is saved and counts from now on."));
        assertThat(stand.feature.sync().config(Caller.system()).schedule())
                .containsExactly(LocalTime.of(6, 30), LocalTime.of(14, 15));
    }

    private void action(String id) {
        screen.actions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .runIfEnabled();
    }

    private static String label(String selector) {
        return Fx.get(() -> ((Label) Fx.find(selector)).getText());
    }
}
