package org.gemba.assistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.assistant.AssistantFeature;
import org.gemba.assistant.sql.ReportDatabase;
import org.gemba.demo.llm.Behaviour;
import org.gemba.demo.llm.LlmSimulator;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.mto.ui.MtoRoom;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel in a headless window, by keyboard, with the simulated model behind it.
class AssistantPanelTest {
    private static final Path SCREENS = Path.of("target/screens");

    @TempDir
    static Path folder;

    private static final Map<String, String> SETTINGS = new ConcurrentHashMap<>();
    private static Database database;
    private static Outbound outbound;
    private static LlmSimulator llm;
    private static AssistantFeature feature;

    private final List<String> opened = new ArrayList<>();
    private Desk desk;
    private Screen panel;
    private Stage stage;

    @BeforeAll
    static void start() {
        database = ReportDatabase.open(folder);
        outbound = new Outbound(new SimpleMeterRegistry(), "test");
        llm = LlmSimulator.start("the-key");
        feature = new AssistantFeature(
                new MtoRoom(database).service,
                database,
                new Audit(Clock.systemUTC()),
                outbound,
                new SettingsSource(name -> Optional.ofNullable(SETTINGS.get(name))),
                new Texts(List.of("assistant")));
    }

    @AfterAll
    static void stop() {
        feature.stop();
        llm.close();
        outbound.close();
        database.close();
    }

    @BeforeEach
    void settings() {
        SETTINGS.clear();
        SETTINGS.putAll(Map.of(
                "DEEPSEEK_API_KEY", "the-key", "DEEPSEEK_BASE_URL", llm.url().toString()));
        desk = Fx.deskSavingTo(
                folder.resolve("rows.xlsx"), MtoRoom.CLOCK, (id, arguments) -> opened.add(id + arguments), "assistant");
    }

    @Test
    void aQuestionAboutAnOrderIsAnsweredFromItsData() {
        show();
        Fx.type("What is missing for AS2511001?");
        Fx.key(KeyCode.ENTER);
        Fx.await(
                "an answer",
                () -> links().stream().anyMatch(link -> link.getText().equals("AS2511001")) && !busy());
        assertThat(llm.requests().getLast().messages().getFirst().content())
                .contains("MTO AS2511001", "05.02.010", "over-picked");
        shoot("assistant-order");
        Fx.run(() -> links().getLast().fire());
        assertThat(opened).containsExactly("mto.order{mto=AS2511001}");
    }

    @Test
    void aQuestionAboutAllDocumentsShowsItsQueryAndItsRows() throws Exception {
        show();
        Fx.run(() -> Fx.find("#assistant-mode-analytics").requestFocus());
        Fx.key(KeyCode.SPACE);
        Fx.run(() -> Fx.find("#assistant-question").requestFocus());
        Fx.type("Which materials are over-picked?");
        Fx.key(KeyCode.ENTER);
        Fx.await(
                "rows",
                () -> find(TableView.class).stream()
                                .anyMatch(table -> table.getItems().size() == 20)
                        && !busy());
        var folded = find(TitledPane.class).getFirst();
        assertThat(Fx.get(folded::isExpanded)).isFalse();
        shoot("assistant-analytics");
        Fx.run(() -> find(TableView.class).getFirst().requestFocus());
        Fx.key(KeyCode.CONTROL, KeyCode.C);
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).startsWith("MTO单号\t物料编码");
        Fx.run(() -> ((javafx.scene.control.Button) Fx.find("#assistant-export")).fire());
        Fx.await("a file", () -> Files.exists(folder.resolve("rows.xlsx")));
    }

    @Test
    void withoutAKeyItSaysHowToSetOne() {
        SETTINGS.clear();
        show();
        assertThat(Fx.get(() -> ((Label) Fx.find("#assistant-unavailable")).getText()))
                .contains("DEEPSEEK_API_KEY");
        assertThat(Fx.get(() -> Fx.find("#assistant-question").isDisabled())).isTrue();
        shoot("assistant-off");
    }

    @Test
    void aFailureIsToldInWordsAndTheNextQuestionWorks() {
        show();
        llm.next(new Behaviour.Fail(429, "slow down"));
        Fx.type("hello");
        Fx.key(KeyCode.ENTER);
        Fx.await("told", () -> problems().stream().anyMatch(text -> text.contains("busy")));
        Fx.type("hello again");
        Fx.key(KeyCode.ENTER);
        Fx.await("answered", () -> Fx.says("There is no order in the context; look an MTO number up first."));
    }

    @Test
    void markupInAnAnswerStaysText() {
        show();
        llm.next(new Behaviour.Say("<img src=http://127.0.0.1:9/x> [link](http://127.0.0.1:9) AS2511001"));
        Fx.type("hello");
        Fx.key(KeyCode.ENTER);
        Fx.await("shown", () -> Fx.says("<img src=http://127.0.0.1:9/x> [link](http://127.0.0.1:9) "));
        assertThat(links().stream().map(Hyperlink::getText).filter(text -> !text.isEmpty()))
                .containsExactly("AS2511001");
    }

    @Test
    void everyWordFollowsTheLanguageAndTheTheme() {
        show();
        Fx.run(() -> {
            desk.language().use(Texts.CHINESE);
            desk.theme().darkProperty().set(true);
        });
        Fx.type("AS2511001 的状态如何？");
        Fx.key(KeyCode.ENTER);
        Fx.await(
                "an answer",
                () -> links().stream().anyMatch(link -> link.getText().equals("AS2511001")) && !busy());
        assertThat(Fx.says("单个订单")).isTrue();
        shoot("assistant-order-zh-dark");
        Fx.run(() -> desk.theme().darkProperty().set(false));
    }

    private void show() {
        panel = Fx.get(() -> feature.sidePanels(desk).getFirst().create().get());
        stage = Fx.show(Fx.get(() -> new StackPane(panel.node())), 460, 760, desk.theme());
        Fx.run(panel::onShow);
        Fx.settle();
    }

    private void shoot(String name) {
        Fx.settle();
        Fx.shoot(stage.getScene(), SCREENS.resolve(name + ".png"));
    }

    private boolean busy() {
        return panel.actions().get(1).enabled().get();
    }

    private List<Hyperlink> links() {
        return find(Hyperlink.class).stream().filter(Node::isVisible).toList();
    }

    private List<String> problems() {
        return Fx.get(() -> panel.node().lookupAll(".assistant-problem").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private <N extends Node> List<N> find(Class<N> type) {
        return Fx.get(() -> {
            panel.node().applyCss();
            return panel.node().lookupAll("*").stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .distinct()
                    .toList();
        });
    }
}
