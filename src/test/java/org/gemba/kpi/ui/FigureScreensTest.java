package org.gemba.kpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.fx.ScreenSpec;
import org.gemba.kpi.FigureParts;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Shop;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureScreensTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 30);

    @TempDir
    static Path folder;

    private static final List<Map<String, String>> OPENED = new ArrayList<>();
    private static Database database;
    private static FigureScreens.Parts parts;
    private static Desk desk;
    private static List<ScreenSpec> specs;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var shop = new Shop(database, "BOOT-LINE-A", ZoneId.of("Asia/Shanghai"));
        var order = shop.order("WO-1", "ROPER", 500, null, Shop.Plan.of(DAY, DAY));
        shop.entry(order, null, DAY, ShiftType.SHIFT_1ST, Shop.Made.of(100, 2, "8.5", 10));
        var clock = Clock.fixed(Shop.NOW, ZoneOffset.UTC);
        parts = FigureParts.of(database, clock);
        desk = Fx.desk(clock, (id, arguments) -> OPENED.add(arguments), "kpi");
        specs = new FigureScreens(parts).screens(desk);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Scene shown(int index, Map<String, String> arguments) {
        var screen = Fx.get(() -> specs.get(index).create().apply(arguments));
        return shown(screen);
    }

    private static Scene shown(Screen screen) {
        var stage = Fx.show(Fx.get(() -> new StackPane(screen.node())), 1366, 768, desk.theme());
        Fx.run(screen::onShow);
        Fx.settle();
        return stage.getScene();
    }

    private static String text(Scene scene) {
        var text = new StringBuilder();
        Fx.run(() -> scene.getRoot().lookupAll(".label").forEach(node -> {
            if (node instanceof javafx.scene.control.Labeled labeled)
                text.append(labeled.getText()).append('\n');
        }));
        return text.toString();
    }

    @Test
    void theDashboardMarksEstimatesAndShowsNoZeroForWhatIsNotKnown() {
        var scene = shown(0, Map.of());
        Fx.await("figures", () -> text(scene).contains("29.41 %"));
        assertThat(text(scene)).contains("Not known: no attendance was noted.", "294.12 %");
        Fx.run(() -> scene.lookup("#kpi-efficiency").executeAccessibleAction(javafx.scene.AccessibleAction.FIRE));
        assertThat(OPENED.getLast()).containsEntry("kpi", "efficiency").containsEntry("client", "BOOT-LINE-A");
    }

    @Test
    void aFigureShowsItsFormulaItsInputsAndItsRows() {
        var scene = shown(1, Map.of("kpi", "efficiency"));
        Fx.await("the figure", () -> text(scene).contains("29.41 %"));
        assertThat(text(scene))
                .contains("earned h 25", "available h 85", "1 of 1 rows estimated", "estimated: standard time");
    }

    @Test
    void everyFigureOpens() {
        for (var kpi : KpiName.values()) {
            assertThat(text(shown(1, Map.of("kpi", kpi.code())))).doesNotContain("⟨");
        }
    }

    @Test
    void theQualityPageNamesWhatIsMissingAndWhatIsUsedInstead() {
        assertThat(text(shown(2, Map.of()))).doesNotContain("⟨");
    }

    @Test
    void reportsAndMailsOpen() {
        assertThat(text(shown(3, Map.of()))).contains("Daily production report").doesNotContain("⟨");
        var scene = shown(4, Map.of());
        assertThat(text(scene)).doesNotContain("⟨");
        assertThat(Fx.get(() -> scene.getRoot().lookupAll(".button").stream()
                        .anyMatch(node -> node instanceof Button button && "Add schedule".equals(button.getText()))))
                .isTrue();
    }
}
