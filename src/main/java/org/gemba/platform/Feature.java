package org.gemba.platform;

import java.util.List;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.tasks.TaskKind;

/// What one capability contributes to the program below its faces. A feature that has routes also implements
/// `web.HttpFeature`, one that has screens `fx.DesktopFeature`; `app` asks each for what it has and knows no more.
public interface Feature {
    /// The feature's package name, for example `mto`; also the prefix of its text keys and the folder of its
    /// resources, `org/gemba/<id>/`.
    String id();

    /// The kinds of long work that it brings to the task engine.
    default List<TaskKind<?>> taskKinds() {
        return List.of();
    }

    /// The systems outside that it speaks with.
    default List<HealthPart> health() {
        return List.of();
    }

    /// Called once, after every feature is built and before requests are accepted: schedules, subscriptions.
    default void start() {}

    /// Called once, in reverse order, when the program ends.
    default void stop() {}
}
