package org.gemba.mto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.fx.grid.GridRow;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A planner's way from a number to an answer, by keyboard, with a headless window.
class MtoScreensTest {
    @TempDir
    static Path folder;

    private static Database database;

    private final List<String> opened = new ArrayList<>();
    private MtoRoom room;
    private Desk desk;

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
        room = new MtoRoom(database);
        desk = Fx.desk(MtoRoom.CLOCK, (id, arguments) -> opened.add(id + arguments), "mto");
    }

    @Test
    void aNumberIsTypedItsOrderIsSuggestedAndEnterOpensIt() {
        show(MtoScreens.LOOKUP);
        Fx.type("AS2511");
        Fx.await("suggestions", () -> suggestions().getItems().size() == 2);
        Fx.key(KeyCode.DOWN);
        Fx.key(KeyCode.ENTER);
        assertThat(opened).containsExactly("mto.order{mto=" + MtoRoom.MTO + "}");
        assertThat(Fx.says(MtoRoom.MTO)).as("stands under the last ones").isTrue();
    }

    @Test
    void aWedgeSendsTheNumberAndEnterAndNothingElseIsNeeded() {
        show(MtoScreens.LOOKUP);
        Fx.type("DS2510044");
        Fx.key(KeyCode.ENTER);
        assertThat(opened).containsExactly("mto.order{mto=DS2510044}");
    }

    @Test
    void whatIsNoNumberIsToldUnderTheFieldAndNothingOpens() {
        show(MtoScreens.LOOKUP);
        Fx.type("面镜");
        Fx.key(KeyCode.ENTER);
        assertThat(label("#mto-problem")).startsWith("'面镜' is no MTO number");
        assertThat(opened).isEmpty();
    }

    @Test
    void theOrderShowsItsLinesWhatStandsOutAndHowOldItIs() {
        showOrder(MtoRoom.MTO);
        assertThat(label("#mto-source")).isEqualTo("Stored, as of 09:42");
        assertThat(label("#mto-late")).isEqualTo("254 days late");
        assertThat(states()).contains("late", "completed").doesNotContain("over");
        Fx.run(() -> Fx.find("#quick-filter").requestFocus());
        Fx.type("05.02");
        Fx.await("one line", () -> table().getItems().size() == 1);
        Fx.run(() -> Fx.find("#mto-order").requestFocus());
        Fx.key(KeyCode.CONTROL, KeyCode.A);
        act("mto.order.copy");
        Fx.await("copied", () -> !desk.notices().feed().isEmpty());
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).contains("05.02.010\t", "\t1450\t");
    }

    @Test
    void theErpIsAskedAndWhenItIsSilentTheScreenKeepsWhatItHas() {
        showOrder(MtoRoom.MTO);
        room.erp.down = true;
        act("mto.order.refresh");
        Fx.await("told", () -> !label("#mto-problem").isEmpty());
        assertThat(label("#mto-problem")).contains("does not answer").contains("stays as of 09:42");
        assertThat(table().getItems()).hasSize(6);
        room.erp.down = false;
        act("mto.order.refresh");
        Fx.await("live", () -> label("#mto-source").startsWith("Live from the ERP"));
        assertThat(label("#mto-problem")).isEmpty();
    }

    @Test
    void anUnknownOrderIsToldInWords() {
        show(MtoScreens.ORDER, Map.of("mto", "XX1"));
        Fx.await("told", () -> label("#mto-problem").contains("know the order XX1"));
    }

    @Test
    void theOrderIsExportedAsFiltered() throws Exception {
        var file = folder.resolve("order.csv");
        desk = Fx.deskSavingTo(file, MtoRoom.CLOCK, (id, arguments) -> {}, "mto");
        showOrder(MtoRoom.MTO);
        act("mto.order.csv");
        Fx.await("written", () -> !desk.notices().feed().isEmpty());
        assertThat(Files.readString(file)).contains("03.11.005").contains("Late");
        assertThat(Files.readAllLines(file)).hasSize(7);
    }

    @Test
    void theTravellerIsPreviewedPageByPage() {
        showOrder(MtoRoom.MTO);
        act("mto.order.print");
        Fx.await("preview", () -> Window.getWindows().size() == 2);
        var preview = (Stage) Fx.get(() -> Window.getWindows().getLast());
        assertThat(Fx.get(preview::getTitle)).isEqualTo(MtoRoom.MTO);
        Fx.settle();
        Fx.shoot(preview.getScene(), Path.of("target/screens/traveller-preview.png"));
        Fx.run(preview::hide);
    }

    @Test
    void alertsCountWhatIsLeftOutAndEnterOpensTheOrder() {
        show(MtoScreens.ALERTS);
        Fx.await("alerts", () -> table().getItems().size() == 4);
        assertThat(label("#alert-counts")).startsWith("2 over-picked").contains("1 over-shipped");
        assertThat(label("#alert-left-out")).contains("2 picking rows");
        Fx.key(KeyCode.DOWN);
        Fx.key(KeyCode.ENTER);
        assertThat(opened).hasSize(1);
    }

    @Test
    void everyWordFollowsTheLanguage() {
        showOrder(MtoRoom.MTO);
        Fx.run(() -> desk.language().use(Texts.CHINESE));
        Fx.await("Chinese", () -> label("#mto-source").equals("已存数据，截至 09:42"));
        Fx.settle();
        assertThat(Fx.says("逾期")).isTrue();
        assertThat(Fx.says("关联单据")).isTrue();
    }

    private Screen show(String id) {
        return show(id, Map.of());
    }

    private void showOrder(String mto) {
        show(MtoScreens.ORDER, Map.of("mto", mto));
        Fx.await("lines", () -> table().getItems().size() == 6);
        Fx.settle();
    }

    private Screen show(String id, Map<String, String> arguments) {
        var screen = Fx.get(() -> new MtoScreens(room.service, room.traveller)
                .screens(desk).stream()
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
        Fx.settle();
        return screen;
    }

    private void act(String id) {
        Fx.run(() -> desk.actions().find(id).orElseThrow().runIfEnabled());
    }

    @SuppressWarnings("unchecked")
    private TableView<GridRow<?>> table() {
        return (TableView<GridRow<?>>) Fx.find(".table-view");
    }

    private List<String> states() {
        return Fx.get(() -> table().getItems().stream()
                .map(row -> ((GridRow.Data<OrderViewModel.Line>) (Object) row)
                        .value()
                        .state()
                        .code())
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static ListView<Object> suggestions() {
        return (ListView<Object>) Fx.find("#mto-suggestions");
    }

    private static String label(String selector) {
        return Fx.get(() -> ((Label) Fx.find(selector)).getText());
    }
}
