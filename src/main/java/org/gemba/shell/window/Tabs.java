package org.gemba.shell.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Navigator;
import org.gemba.fx.Screen;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.action.Action;
import org.gemba.shell.window.Layouts.OpenScreen;
import org.gemba.shell.window.Layouts.OpenTabs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The open screens. A screen is built when its tab is first in front; the one in front gets its life-cycle calls and
/// gives its actions to the registry.
final class Tabs implements Navigator {
    private static final int REMEMBERED = 20;

    /// One tab and what it shows, once built.
    private static final class OpenTab extends Tab {
        private final ScreenSpec spec;
        private final Map<String, String> arguments;
        private final Map<String, String> state;
        private @Nullable Screen screen;
        private boolean shown;

        OpenTab(ScreenSpec spec, Map<String, String> arguments, Map<String, String> state) {
            this.spec = spec;
            this.arguments = Map.copyOf(arguments);
            this.state = state;
        }

        void show() {
            if (screen == null || shown) return;
            shown = true;
            screen.onShow();
        }

        void hide() {
            if (screen == null || !shown) return;
            shown = false;
            screen.onHide();
        }

        OpenScreen kept() {
            return new OpenScreen(spec.id(), arguments, screen == null ? state : screen.saveState());
        }
    }

    private final Desk desk;
    private final List<ScreenSpec> specs;
    private final Layouts layouts;
    private final UnaryOperator<List<Action>> guard;
    private final Consumer<Throwable> broken;
    private final TabPane pane = new TabPane();
    private final Deque<OpenScreen> closed = new ArrayDeque<>();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private @Nullable OpenTab front;
    private boolean restoring;

    /// @param broken is told of a screen that cannot be built or shown; the others go on
    Tabs(
            Desk desk,
            List<ScreenSpec> specs,
            Layouts layouts,
            UnaryOperator<List<Action>> guard,
            Consumer<Throwable> broken) {
        this.desk = desk;
        this.specs = specs;
        this.layouts = layouts;
        this.guard = guard;
        this.broken = broken;
        pane.getStyleClass().add("screens");
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> bringToFront(now));
    }

    Node node() {
        return pane;
    }

    /// The id of the screen in front; empty for none.
    ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public void open(String screenId, Map<String, String> arguments) {
        var there = pane.getTabs().stream()
                .map(OpenTab.class::cast)
                .filter(tab -> tab.spec.id().equals(screenId) && tab.arguments.equals(arguments))
                .findFirst();
        if (there.isPresent() && there.get() == front) {
            there.get().hide();
            showSoon(there.get());
            return;
        }
        if (there.isPresent()) {
            pane.getSelectionModel().select(there.get());
            return;
        }
        spec(screenId).ifPresent(spec -> {
            var tab = tab(spec, arguments, Map.of());
            pane.getTabs().add(tab);
            pane.getSelectionModel().select(tab);
        });
    }

    /// The tabs of the last time, or the given screen when there are none.
    void restore(String otherwise) {
        var kept = layouts.tabs();
        restoring = true;
        for (var open : kept.screens()) {
            spec(open.screenId()).ifPresent(spec -> pane.getTabs().add(tab(spec, open.arguments(), open.state())));
        }
        restoring = false;
        if (pane.getTabs().isEmpty()) {
            open(otherwise);
        } else {
            pane.getSelectionModel()
                    .select(Math.clamp(kept.selected(), 0, pane.getTabs().size() - 1));
            bringToFront(pane.getSelectionModel().getSelectedItem());
        }
    }

    void closeCurrent() {
        var tab = pane.getSelectionModel().getSelectedItem();
        if (tab == null) return;
        pane.getTabs().remove(tab);
        closed((OpenTab) tab);
    }

    void reopenClosed() {
        if (closed.isEmpty()) return;
        var last = closed.pop();
        spec(last.screenId()).ifPresent(spec -> {
            var tab = tab(spec, last.arguments(), last.state());
            pane.getTabs().add(tab);
            pane.getSelectionModel().select(tab);
        });
    }

    /// @param steps 1 for the next one, -1 for the previous; goes round
    void move(int steps) {
        int size = pane.getTabs().size();
        if (size == 0) return;
        pane.getSelectionModel().select(Math.floorMod(pane.getSelectionModel().getSelectedIndex() + steps, size));
    }

    /// @param number from 1; 9 is the last one, as in browsers
    void select(int number) {
        int size = pane.getTabs().size();
        if (number == 9) pane.getSelectionModel().select(size - 1);
        else if (number <= size) pane.getSelectionModel().select(number - 1);
    }

    /// Whether the screen in front took the code.
    boolean scanned(String code) {
        return front != null && front.screen != null && front.screen.onScan(code);
    }

    void hide() {
        if (front != null) front.hide();
        keep();
    }

    void show() {
        if (front != null) front.show();
    }

    void end() {
        hide();
        front = null;
        restoring = true;
    }

    private Optional<ScreenSpec> spec(String id) {
        return specs.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    private OpenTab tab(ScreenSpec spec, Map<String, String> arguments, Map<String, String> state) {
        var tab = new OpenTab(spec, arguments, state);
        tab.textProperty().bind(desk.language().text(spec.titleKey()));
        tab.setGraphic(new FontIcon(spec.icon()));
        tab.setOnClosed(event -> closed(tab));
        return tab;
    }

    private void closed(OpenTab tab) {
        closed.push(tab.kept());
        if (closed.size() > REMEMBERED) closed.removeLast();
        keep();
    }

    private void bringToFront(@Nullable Tab selected) {
        if (restoring || selected == front) return;
        if (front != null) front.hide();
        front = (OpenTab) selected;
        if (front == null) {
            current.set("");
            desk.actions().showing(List.of());
        } else {
            tryToPresent(front);
        }
        keep();
    }

    private void tryToPresent(OpenTab tab) {
        try {
            present(tab);
        } catch (RuntimeException e) {
            desk.actions().showing(List.of());
            broken.accept(e);
        }
    }

    private void present(OpenTab tab) {
        var screen = tab.screen == null ? build(tab) : tab.screen;
        current.set(tab.spec.id());
        desk.actions().showing(guard.apply(screen.actions()));
        showSoon(tab);
    }

    /// The tab's content is made visible after the selection changed, and a node out of sight cannot have the focus.
    private void showSoon(OpenTab tab) {
        desk.background().afterThis(() -> {
            if (tab != front) return;
            try {
                tab.show();
            } catch (RuntimeException e) {
                broken.accept(e);
            }
        });
    }

    private Screen build(OpenTab tab) {
        var screen = tab.spec.create().apply(tab.arguments);
        tab.screen = screen;
        tab.textProperty().bind(screen.title());
        tab.setGraphic(new FontIcon(screen.icon()));
        tab.setContent(screen.node());
        if (!tab.state.isEmpty()) screen.restoreState(tab.state);
        return screen;
    }

    private void keep() {
        var open = pane.getTabs().stream()
                .map(OpenTab.class::cast)
                .map(OpenTab::kept)
                .toList();
        layouts.keep(new OpenTabs(open, pane.getSelectionModel().getSelectedIndex()));
    }
}
