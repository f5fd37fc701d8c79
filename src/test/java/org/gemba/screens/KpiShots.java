package org.gemba.screens;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.gemba.demo.story.Story;
import org.gemba.fx.Fx;
import org.gemba.kpi.KpiStand;
import org.gemba.kpi.ui.KpiScreens;
import org.gemba.platform.db.TestDatabase;

/// Draws the screens of the shop floor with the demo's data into `target/screens`; with arguments only those of these
/// ids.
public final class KpiShots {
    private KpiShots() {}

    public static void main(String[] arguments) throws Exception {
        try (var stand = KpiStand.empty(TestDatabase.open(Files.createTempDirectory("kpi-screens")))) {
            var story = Story.seenFrom(KpiStand.SOCK_TODAY);
            stand.feature.fillWithSample(file -> story.rows("kpi/" + file), story.shift());
            var clock = Clock.fixed(Instant.parse("2025-12-16T03:00:00Z"), ZoneOffset.UTC);
            var desk = Fx.desk(clock, (id, given) -> {}, "kpi");
            var wanted = Arrays.asList(arguments);
            var subjects = KpiScreens.screens(desk, stand.feature.door()).stream()
                    .filter(spec -> wanted.isEmpty() || wanted.contains(spec.id()))
                    .map(spec -> new ScreenShots.Subject(spec.id(), spec, Map.of()))
                    .toList();
            ScreenShots.shoot(desk, subjects);
        }
        System.exit(0);
    }
}
