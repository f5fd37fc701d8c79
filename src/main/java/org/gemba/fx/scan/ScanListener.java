package org.gemba.fx.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// Hears a scanner wherever the focus is. Signs are held back for the blink in which a code may come; when none comes
/// they reach the field they were meant for, in their order, so that a code never lands in a text field by accident and
/// nothing that was typed is lost. A field that wants codes says so by {@link #accept}.
public final class ScanListener {
    private static final String ACCEPTS = "gemba.scan";

    private final Node root;
    private final ScanSettings settings;
    private final LongSupplier nanos;
    private final Consumer<String> scanned;
    private final Burst burst;
    private final EventHandler<KeyEvent> onTyped = this::typed;
    private final EventHandler<KeyEvent> onPressed = this::pressed;
    private final List<KeyEvent> held = new ArrayList<>();
    private final PauseTransition pause;
    private boolean replaying;

    /// Hears from now on until {@link #end}.
    ///
    /// @param root everything below it is listened to
    /// @param nanos a clock that never goes back, in nanoseconds
    public ScanListener(Node root, ScanSettings settings, LongSupplier nanos, Consumer<String> scanned) {
        this.root = root;
        this.settings = settings;
        this.nanos = nanos;
        this.scanned = scanned;
        this.burst = new Burst(settings);
        this.pause = new PauseTransition(Duration.millis(settings.gapMillis() + 5));
        pause.setOnFinished(event -> replay());
        if (!settings.enabled()) return;
        root.addEventFilter(KeyEvent.KEY_TYPED, onTyped);
        root.addEventFilter(KeyEvent.KEY_PRESSED, onPressed);
    }

    /// Lets a field take codes as if they were typed, with the action that follows.
    public static void accept(Node field, Consumer<String> action) {
        field.getProperties().put(ACCEPTS, action);
    }

    public void end() {
        pause.stop();
        replay();
        root.removeEventFilter(KeyEvent.KEY_TYPED, onTyped);
        root.removeEventFilter(KeyEvent.KEY_PRESSED, onPressed);
    }

    private void typed(KeyEvent event) {
        if (replaying
                || event.isShortcutDown()
                || event.isAltDown()
                || event.getCharacter().length() != 1) return;
        char sign = event.getCharacter().charAt(0);
        if (sign < ' ' && settings.prefix().indexOf(sign) < 0) {
            if (burst.isUnderWay()) event.consume();
            return;
        }
        var verdict = burst.sign(sign, nanos.getAsLong());
        if (verdict == Burst.Verdict.PASS) {
            replay();
            return;
        }
        if (!burst.isUnderWay()) replayBefore();
        held.add(event);
        event.consume();
        pause.playFromStart();
    }

    private void pressed(KeyEvent event) {
        if (replaying) return;
        boolean ends = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB;
        if (!ends) {
            // A code may hold signs that are shortcuts outside of text fields.
            if (burst.isUnderWay() && !event.isShortcutDown()) event.consume();
            return;
        }
        var code = burst.end(nanos.getAsLong());
        if (code.isEmpty()) {
            replay();
            return;
        }
        event.consume();
        pause.stop();
        held.clear();
        deliver(code.get());
    }

    @SuppressWarnings("unchecked")
    private void deliver(String code) {
        var owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        var action = owner == null ? null : owner.getProperties().get(ACCEPTS);
        if (action != null) ((Consumer<String>) action).accept(code);
        else scanned.accept(code);
    }

    /// An earlier sign that stayed alone was typing; the new one is held in its stead.
    private void replayBefore() {
        var earlier = List.copyOf(held);
        held.clear();
        fire(earlier);
    }

    private void replay() {
        burst.release();
        replayBefore();
    }

    private void fire(List<KeyEvent> events) {
        replaying = true;
        try {
            for (var event : events) {
                if (event.getTarget() instanceof Node node && node.getScene() != null) {
                    Event.fireEvent(node, event.copyFor(node, node));
                }
            }
        } finally {
            replaying = false;
        }
    }
}
