package org.gemba.fx.wizard;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// One page of a wizard.
public interface WizardStep {
    /// What the strip of steps calls it.
    String titleKey();

    /// The same node at every call.
    Node node();

    /// Whether the step is done, so that the next one may come.
    ObservableBooleanValue ready();

    /// The words of the button that leads on; a step that changes something names what it does.
    default String nextKey() {
        return "fx.wizard.next";
    }

    /// The step came in front, forwards or backwards.
    default void onEnter() {}

    /// Leads on; a step with work to do first runs `proceed` when it is done.
    default void onNext(Runnable proceed) {
        proceed.run();
    }

    /// Whether one may still go back from here; not after something was changed for good.
    default boolean canGoBack() {
        return true;
    }
}
