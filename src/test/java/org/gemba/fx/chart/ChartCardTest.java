package org.gemba.fx.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Tone;
import org.gemba.fx.chart.ChartData.Weight;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCardTest {
    @TempDir
    static Path folder;

    private final List<String> opened = new ArrayList<>();
    private Desk desk;
    private ChartCard pareto;
    private ChartCard forecast;
    private Stage stage;

    @BeforeEach
    void show() {
        desk = Fx.deskSavingTo(folder.resolve("figures.csv"), Clock.systemUTC(), (id, arguments) -> {});
        var root = Fx.get(() -> {
            pareto = card().opening(at -> opened.add("cause " + at));
            forecast = card();
            var line = card();
            var bars = card();
            pareto.show(ChartData.pareto("Stops", "Share", causes()));
            forecast.show(forecastData());
            line.show(ChartData.of(days(), line("OEE", false, 14), line("Yield", true, 14))
                    .withLimit(new ChartData.Limit("Target", new BigDecimal("85"), Tone.LATE))
                    .withUnit("%"));
            bars.show(ChartData.of(
                    days().subList(0, 6),
                    new Layer.Bars("Good", figures(1, 6), true),
                    new Layer.Bars("Scrap", figures(7, 6), true),
                    new Layer.Area("Plan", figures(3, 6))));
            var grid = new GridPane();
            grid.getStyleClass().add("screen");
            grid.addRow(0, line, bars);
            grid.addRow(1, pareto, forecast);
            grid.setHgap(20);
            grid.setVgap(20);
            List.of(line, bars, pareto, forecast).forEach(card -> card.setPrefSize(600, 340));
            return grid;
        });
        stage = Fx.show(root, 1260, 740, desk.theme());
    }

    @Test
    void arrowsTellTheFiguresAndEnterOpensWhatLiesBehind() {
        Fx.run(() -> pareto.lookup(".plot").requestFocus());
        Fx.key(KeyCode.HOME);
        assertThat(Fx.get(() -> pareto.told(0))).isEqualTo("Tool change\nStops  60\nShare  60%");
        Fx.key(KeyCode.RIGHT);
        Fx.key(KeyCode.ENTER);
        assertThat(opened).containsExactly("cause 1");
        Fx.shoot(stage.getScene(), Path.of("target/screens/charts-light.png"));
        Fx.run(() -> desk.theme().darkProperty().set(true));
        Fx.run(() -> desk.language().use(Texts.CHINESE));
        Fx.settle();
        Fx.shoot(stage.getScene(), Path.of("target/screens/charts-dark.png"));
        assertThat(desk.language().locale()).isNotEqualTo(Locale.ENGLISH);
    }

    @Test
    void theFiguresGoToTheClipboardAndThePictureToAFile() throws Exception {
        Fx.run(() -> item(forecast, "fx-chart-copy-data"));
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("Label\tRange ↓\tRange ↑\tPast\tExpected\nM1\t\t\t10\t\n")
                .contains("M3\t14\t14\t14\t14\n")
                .endsWith("M5\t12\t20\t\t16\n");
        Fx.run(() -> item(pareto, "fx-chart-save-picture"));
        Fx.await(
                "saved",
                () -> !desk.notices().feed().isEmpty()
                        && desk.notices().feed().getFirst().text().startsWith("Saved"));
        assertThat(folder.resolve("figures.csv")).isNotEmptyFile();
    }

    @Test
    void withoutFiguresItSaysWhatWouldStandHere() {
        Fx.run(() -> pareto.show(ChartData.NONE));
        Fx.settle();
        assertThat(Fx.get(() -> pareto.lookup(".plot").isVisible())).isFalse();
        assertThat(Fx.says("Nothing here yet.")).isTrue();
    }

    @Test
    void aBandThatIsNotAsLongAsItsForecastIsRefused() {
        assertThatThrownBy(() -> ChartData.forecast(
                        new ChartData.ForecastNames("a", "b", "c"),
                        days(),
                        List.of(),
                        numbers(1, 2),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void causesWithoutWeightAreLeftOutOfAPareto() {
        var data = ChartData.pareto("n", "share", List.of(weight("b", 1), weight("none", 0), weight("a", 1)));
        assertThat(data.labels()).containsExactly("a", "b");
        assertThat(data.layers().get(1).at(1)).isEqualByComparingTo("1");
        assertThat(ChartData.pareto("n", "share", List.of()).isEmpty()).isTrue();
    }

    private ChartCard card() {
        return new ChartCard(desk, desk.language().text("fx.print.save"), "fx.grid.empty");
    }

    private static void item(ChartCard card, String id) {
        var menu = (javafx.scene.control.MenuButton) card.lookup(".menu-button");
        menu.getItems().stream().filter(item -> id.equals(item.getId())).forEach(javafx.scene.control.MenuItem::fire);
    }

    private static List<Weight> causes() {
        return List.of(weight("No material", 25), weight("Tool change", 60), weight("Breakdown", 10), weight("换线", 5));
    }

    private static ChartData forecastData() {
        return ChartData.forecast(
                new ChartData.ForecastNames("Past", "Expected", "Range"),
                List.of("M1", "M2", "M3", "M4", "M5"),
                numbers(10, 12, 14),
                numbers(15, 16),
                numbers(13, 12),
                numbers(17, 20));
    }

    private static List<String> days() {
        return IntStream.rangeClosed(1, 14).mapToObj("2026-11-%02d"::formatted).toList();
    }

    private static Layer line(String name, boolean gap, int size) {
        var values = new ArrayList<>(figures(name.length(), size));
        if (gap) values.set(5, null);
        return new Layer.Line(name, values, false, Layer.Axis.LEFT);
    }

    private static List<BigDecimal> figures(int seed, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> BigDecimal.valueOf(70 + (i * 7 + seed * 5) % 23))
                .toList();
    }

    private static List<BigDecimal> numbers(long... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }

    private static Weight weight(String label, long value) {
        return Stream.of(value)
                .map(n -> new Weight(label, BigDecimal.valueOf(n)))
                .findFirst()
                .orElseThrow();
    }
}
