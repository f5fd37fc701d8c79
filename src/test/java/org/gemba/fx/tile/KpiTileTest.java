package org.gemba.fx.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Formats;
import org.gemba.fx.Fx;
import org.gemba.fx.tile.KpiFigure.Better;
import org.gemba.fx.tile.KpiFigure.Standing;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiTileTest {
    private final List<String> opened = new ArrayList<>();

    @Test
    void aTileTellsValueTargetCourseAndWhatIsMissing() {
        var desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
        var tiles = Fx.get(() -> tiles(desk));
        var flow = Fx.get(() -> new FlowPane(12, 12, tiles.toArray(KpiTile[]::new)));
        Fx.run(() -> flow.getStyleClass().add("screen"));
        var stage = Fx.show(flow, 1040, 420, desk.theme());
        Fx.shoot(stage.getScene(), Path.of("target/screens/tiles-light.png"));

        assertThat(Fx.says("Target 85% reached")).isTrue();
        assertThat(Fx.says("Target 85% missed")).isTrue();
        assertThat(Fx.says("No cycle time: enter it under Standards")).isTrue();
        Fx.run(() -> tiles.getFirst().requestFocus());
        Fx.key(KeyCode.ENTER);
        Fx.key(KeyCode.SPACE);
        assertThat(opened).containsExactly("rows", "rows");

        Fx.run(() -> {
            desk.theme().darkProperty().set(true);
            desk.language().use(Texts.CHINESE);
        });
        Fx.settle();
        assertThat(Fx.says("未达到目标 85%")).isTrue();
        Fx.shoot(stage.getScene(), Path.of("target/screens/tiles-dark.png"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.85, 0.85, HIGHER, REACHED
            0.84, 0.85, HIGHER, MISSED
            0.86, 0.85, LOWER,  MISSED
            0.85, 0.85, LOWER,  REACHED
            0.85, ,     LOWER,  NO_TARGET
            ,     0.85, HIGHER, UNKNOWN
            """)
    void aValueEqualToItsTargetReachesIt(BigDecimal value, BigDecimal target, Better better, Standing standing) {
        assertThat(new KpiFigure(value, target, List.of(), false, "").standing(better))
                .isEqualTo(standing);
    }

    private List<KpiTile> tiles(Desk desk) {
        var target = new BigDecimal("0.85");
        var good = percent(desk).drilling(() -> opened.add("rows"));
        good.show(KpiFigure.of(new BigDecimal("0.913"), target, course("0.8 0.83 0.79 0.88 0.9 0.913")));
        var missed = percent(desk);
        missed.show(KpiFigure.of(new BigDecimal("0.71"), target, course("0.8 0.83 0.79 0.75 0.74 0.71"))
                .estimated("Cycle time inferred from 30 days"));
        var unknown = percent(desk);
        unknown.show(KpiFigure.unknown(target, "No cycle time: enter it under Standards"));
        var free = new KpiTile(desk, "fx.grid.copy", Formats::number, Better.LOWER);
        free.show(KpiFigure.of(new BigDecimal("12345"), null, course("5 5 5 5")));
        return List.of(good, missed, unknown, free);
    }

    private static KpiTile percent(Desk desk) {
        return new KpiTile(desk, "fx.grid.export", Formats::percent, Better.HIGHER);
    }

    private static List<BigDecimal> course(String values) {
        return Stream.of(values.split(" ")).map(BigDecimal::new).toList();
    }
}
