package org.gemba.tracking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.grid.GridRow;
import org.gemba.platform.i18n.Texts;
import org.gemba.tracking.TrackingMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways of those who look after customers, by keyboard, with a headless window.
class TrackingScreensTest {
    @TempDir
    static Path folder;

    private static TrackingRoom room;

    private final List<String> opened = new ArrayList<>();
    private Desk desk;

    @BeforeAll
    static void open() {
        room = TrackingRoom.small(folder);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void sit() {
        var clock = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), room.stand.now()));
        desk = Fx.desk(clock, (id, arguments) -> opened.add(id + arguments), "tracking");
    }

    private void show(String id, Map<String, String> arguments) {
        var screen = Fx.get(() -> room.screens(desk).stream()
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElseThrow()
                .create()
                .apply(arguments));
        Fx.show(Fx.get(() -> new StackPane(screen.node())), 1366, 768, desk.theme());
        Fx.run(() -> {
            desk.actions().showing(screen.actions());
            screen.onShow();
        });
        Fx.await("rows", () -> !table().getItems().isEmpty());
        Fx.settle();
    }

    @SuppressWarnings("unchecked")
    private TableView<GridRow<?>> table() {
        var tabs = Fx.has(".tab-pane") ? (TabPane) Fx.find(".tab-pane") : null;
        if (tabs == null) return (TableView<GridRow<?>>) Fx.find(".table-view");
        return Fx.get(() -> (TableView<GridRow<?>>)
                tabs.getSelectionModel().getSelectedItem().getContent().lookup(".table-view"));
    }

    private void choose(int row) {
        Fx.run(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(row, table().getVisibleLeafColumn(0));
        });
        Fx.settle();
    }

    private void act(String id) {
        Fx.run(() -> assertThat(desk.actions().find(id).orElseThrow().runIfEnabled())
                .as(id)
                .isTrue());
    }

    private static boolean isBound(String openid) {
        return room.stand.feature.customers().users(Caller.system()).stream()
                .filter(row -> row.user().openid().equals(openid))
                .anyMatch(row -> row.user().binding() != null);
    }

    @Test
    void aUserIsUnboundAfterAPlainQuestion() {
        room.stand.bound("oUnbind_me-0001", "INVITE002");
        show(TrackingScreens.CUSTOMERS, Map.of());
        choose(0);
        act("tracking.customers.unbind");
        Fx.await("question", () -> Window.getWindows().size() == 2);
        assertThat(Fx.says("Other Ltd")).isTrue();
        assertThat(isBound("oUnbind_me-0001")).isTrue();
        Fx.click(Fx.find("#dialog-action"));
        Fx.await("unbound", () -> !isBound("oUnbind_me-0001"));
    }

    @Test
    void theChosenCustomersOrdersAreSeenThroughItsEyes() {
        show(TrackingScreens.CUSTOMERS, Map.of());
        Fx.await("Emma", () -> Fx.says("Example Corp"));
        Fx.run(() -> ((TextInputControl) Fx.find("#quick-filter")).setText("Emma"));
        Fx.await("Emma alone", () -> table().getItems().size() == 1);
        choose(0);
        act("tracking.customers.preview");
        assertThat(opened).containsExactly("tracking.preview{customer=C001}");
        show(TrackingScreens.PREVIEW, Map.of("customer", "C001"));
        choose(3);
        Fx.await("materials", () -> Fx.says("Ordered 100 · in stock 100 · delivered 40"));
        Fx.run(() -> ((TextInputControl) Fx.find("#preview-keyword")).setText("SO-A2"));
        Fx.await("one order", () -> table().getItems().size() == 1);
    }

    @Test
    void aCodeIsCopiedAndItsQrCodeShown() {
        show(TrackingScreens.INVITES, Map.of());
        choose(0);
        Fx.await("code", () -> ((Label) Fx.find("#invite-code")).getText().equals("INVITE001"));
        act("tracking.invites.copy");
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("INVITE001");
        act("tracking.invites.print");
        Fx.await("preview", () -> Window.getWindows().size() == 2);
        Fx.settle();
        Fx.shoot(Fx.get(() -> Window.getWindows().getLast().getScene()), Path.of("target/screens/invite-card.png"));
        Fx.run(() -> Window.getWindows().getLast().hide());
    }

    @Test
    void aMessageIsSentAgainAfterAQuestion() {
        int before = room.stand.wechat.sent().size();
        show(TrackingScreens.MESSAGES, Map.of());
        choose(2);
        act("tracking.messages.resend");
        Fx.await("question", () -> Window.getWindows().size() == 2);
        Fx.click(Fx.find("#dialog-action"));
        Fx.await("sent", () -> room.stand.wechat.sent().size() == before + 1);
        assertThat(room.stand
                        .feature
                        .messages()
                        .log(Caller.system(), 1)
                        .getFirst()
                        .origin())
                .isEqualTo(TrackingMessage.Origin.RESENT);
    }

    @Test
    void aTemplateThatBreaksARuleIsToldUnderItsField() {
        show(TrackingScreens.MESSAGES, Map.of());
        Fx.run(() -> ((TabPane) Fx.find(".tab-pane")).getSelectionModel().select(1));
        Fx.settle();
        act("tracking.template.new");
        Fx.run(() -> {
            ((TextInputControl) Fx.find("#id.text-field")).setText("tpl-1");
            ((TextInputControl) Fx.find("#title.text-field")).setText("Delivery");
            ((TextInputControl) Fx.find("#fields.text-area")).setText("no field at all!");
        });
        act("tracking.template.save");
        Fx.await("told", () -> !((Label) Fx.find("#fields-message")).getText().isEmpty());
        Fx.run(() -> ((TextInputControl) Fx.find("#fields.text-area")).setText("thing1={order}"));
        act("tracking.template.save");
        Fx.await(
                "saved",
                () -> room.stand.feature.messages().templates(Caller.system()).stream()
                        .anyMatch(template -> template.id().equals("tpl-1")));
    }

    @Test
    void theMonitorFollowsTheLanguageAndKey() {
        show(TrackingScreens.MONITOR, Map.of());
        Fx.await("health", () -> Fx.says("WeChat healthy"));
        Fx.run(() -> desk.language().use(Texts.CHINESE));
        Fx.await("Chinese", () -> Fx.says("微信正常"));
        Fx.key(KeyCode.F5);
        assertThat(Fx.says("/api/orders/search")).isTrue();
    }
}
