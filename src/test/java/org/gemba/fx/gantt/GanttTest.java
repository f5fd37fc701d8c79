package org.gemba.fx.gantt;

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
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Tone;
import org.gemba.fx.gantt.GanttData.Bar;
import org.gemba.fx.gantt.GanttData.Link;
import org.gemba.fx.gantt.GanttData.Row;
import org.gemba.fx.gantt.GanttData.Span;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GanttTest {
    /// 08:00 in the factory.
    private static final Instant MORNING = Instant.parse("2026-11-24T00:00:00Z");

    private final List<Gantt.Move> moves = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Desk desk;
    private Gantt gantt;
    private Stage stage;

    @BeforeEach
    void show() {
        desk = Fx.desk(Clock.fixed(MORNING.plus(Duration.ofHours(2)), ZoneOffset.UTC), (id, arguments) -> {});
        Fx.run(() -> {
            gantt = new Gantt(desk, "test.board", "fx.grid.empty");
            gantt.onMoved(moves::add);
            gantt.onOpen(bar -> opened.add(bar.id()));
            gantt.onCheck(
                    bar -> bar.rowId().equals("paint") ? Optional.of("The paint shop is closed") : Optional.empty());
            gantt.show(data());
        });
        stage = Fx.show(Fx.get(() -> new StackPane(gantt.node())), 1200, 420, desk.theme());
    }

    @Test
    void aDraggedBarSnapsToTheGridAndToItsNewRow() {
        drag("a", 24 * 1.4, 0);
        assertThat(moves).hasSize(1);
        assertThat(moves.getFirst().to().start()).isEqualTo(MORNING.plus(Duration.ofMinutes(90)));
        assertThat(moves.getFirst().to().rowId()).isEqualTo("cut");
        dragToRow("a", "sew");
        assertThat(moves.get(1).to().rowId()).isEqualTo("sew");
        assertThat(moves.get(1).to().start()).isEqualTo(MORNING.plus(Duration.ofMinutes(90)));
        Fx.run(() -> gantt.undo());
        Fx.run(() -> gantt.undo());
        assertThat(bar("a")).isEqualTo(data().bar("a").orElseThrow());
        assertThat(moves).hasSize(4);
    }

    @Test
    void aPlaceThatTheCheckRefusesIsNotTakenAndSaysWhy() {
        dragToRow("a", "paint");
        assertThat(moves).isEmpty();
        assertThat(Fx.says("The paint shop is closed")).isTrue();
        assertThat(bar("a").rowId()).isEqualTo("cut");
    }

    @Test
    void everythingGoesByKeyboard() {
        Fx.run(() -> gantt.focus());
        Fx.key(KeyCode.RIGHT);
        assertThat(chosen()).isEqualTo("a");
        Fx.key(KeyCode.RIGHT);
        assertThat(chosen()).isEqualTo("b");
        Fx.key(KeyCode.DOWN);
        Fx.key(KeyCode.LEFT);
        assertThat(chosen()).isEqualTo("c");
        Fx.key(KeyCode.ENTER);
        assertThat(opened).containsExactly("c");
        Fx.key(KeyCode.CONTROL, KeyCode.RIGHT);
        Fx.key(KeyCode.CONTROL, KeyCode.UP);
        assertThat(moves).hasSize(2);
        assertThat(bar("c").rowId()).isEqualTo("cut");
        assertThat(bar("c").start()).isEqualTo(MORNING.plus(Duration.ofMinutes(210)));
        Fx.key(KeyCode.DOWN);
        assertThat(chosen()).isEqualTo("d");
        Fx.key(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(moves).as("a fixed bar stays").hasSize(2);
        Fx.key(KeyCode.MINUS);
        assertThat(Fx.get(() -> gantt.zoomProperty().get())).isEqualTo(Zoom.DAY);
    }

    @Test
    void itIsDrawnInBothThemesAndEveryZoom() {
        Fx.run(() -> gantt.select("b"));
        Fx.settle();
        Fx.shoot(stage.getScene(), Path.of("target/screens/gantt-light.png"));
        Fx.run(() -> {
            desk.theme().darkProperty().set(true);
            desk.language().use(Texts.CHINESE);
            gantt.byLatenessProperty().set(true);
        });
        for (var zoom : Zoom.values()) {
            Fx.run(() -> gantt.zoomProperty().set(zoom));
            Fx.settle();
            assertThat(Fx.get(() ->
                            stage.getScene().getRoot().lookupAll(".gantt-step").size()))
                    .as(zoom.name())
                    .isBetween(4, 60);
        }
        Fx.run(() -> gantt.fit());
        Fx.settle();
        Fx.shoot(stage.getScene(), Path.of("target/screens/gantt-dark.png"));
    }

    @Test
    void overlappingBarsStandBeneathEachOther() {
        var lanes = Lanes.of(List.of(bar("x", "r", 0, 4), bar("y", "r", 2, 3), bar("z", "r", 4, 5)));
        assertThat(lanes.count()).isEqualTo(2);
        assertThat(lanes.laneOf()).containsEntry("x", 0).containsEntry("y", 1).containsEntry("z", 0);
        assertThatThrownBy(() -> bar("none", "r", 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBarThatEndsWhenItIsDueIsInTime() {
        assertThat(due(4).isLate()).isFalse();
        assertThat(due(3).isLate()).isTrue();
    }

    @Test
    void theSnapGridBeginsAtTheFactorysMidnight() {
        var zone = ZoneId.of("Asia/Shanghai");
        assertThat(TimeAxis.snapped(Instant.parse("2026-11-24T03:10:00Z"), Duration.ofDays(1), zone))
                .isEqualTo("2026-11-23T16:00:00Z");
        assertThat(TimeAxis.snapped(Instant.parse("2026-11-24T03:08:00Z"), Duration.ofMinutes(15), zone))
                .isEqualTo("2026-11-24T03:15:00Z");
    }

    private static Bar due(int hours) {
        var bar = bar("x", "r", 0, 4);
        return new Bar(
                "x", "r", bar.start(), bar.end(), "x", "", Tone.QUIET, MORNING.plus(Duration.ofHours(hours)), true);
    }

    private static GanttData data() {
        var lunch = List.of(new Span(MORNING.plus(Duration.ofHours(4)), MORNING.plus(Duration.ofHours(5))));
        return new GanttData(
                List.of(
                        new Row("cut", "Cutting 1", "2 people", lunch),
                        new Row("sew", "缝制线 A", "12 people", lunch),
                        new Row("paint", "Paint shop", "", List.of())),
                List.of(
                        bar("a", "cut", 0, 3),
                        new Bar("b", "cut", at(5), at(9), "WO-1002 boots, brown", "240 pcs", Tone.RUNNING, at(8), true),
                        new Bar("c", "sew", at(3), at(8), "WO-1001 缝制", "", Tone.SHORT, at(10), true),
                        new Bar("d", "sew", at(6), at(11), "WO-1003 running", "", Tone.DONE, null, false)),
                List.of(new Link("a", "c")));
    }

    private static Bar bar(String id, String row, int from, int to) {
        return new Bar(id, row, at(from), at(to), "WO-" + id, "", Tone.QUIET, null, true);
    }

    private static Instant at(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    private Bar bar(String id) {
        return Fx.get(() -> gantt.data().bar(id).orElseThrow());
    }

    private String chosen() {
        return Fx.get(() -> {
            var bar = gantt.selectedProperty().get();
            return bar == null ? "" : bar.id();
        });
    }

    private void dragToRow(String bar, String row) {
        double to = Fx.get(() -> {
            var lower = gantt.data().bars().stream()
                    .filter(b -> b.rowId().equals(row))
                    .findFirst();
            double y = Fx.find("#bar-" + bar).localToScene(0, 0).getY();
            return lower.map(b -> Fx.find("#bar-" + b.id()).localToScene(0, 0).getY() - y)
                    .orElse(150.0);
        });
        drag(bar, 0, to);
    }

    private static void drag(String bar, double dx, double dy) {
        Node node = Fx.find("#bar-" + bar);
        Fx.run(() -> {
            var from = node.localToScene(12, 8);
            fire(node, MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
            fire(node, MouseEvent.MOUSE_DRAGGED, from.getX() + dx / 2, from.getY() + dy / 2);
            fire(node, MouseEvent.MOUSE_DRAGGED, from.getX() + dx, from.getY() + dy);
            fire(node, MouseEvent.MOUSE_RELEASED, from.getX() + dx, from.getY() + dy);
        });
        Fx.settle();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }
}
