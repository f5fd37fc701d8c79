package org.gemba.erp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.Tasks;

/// Synchronises from the ERP at the given address until somebody kills it, and says when a run has ended.
public final class SyncVictim {
    private SyncVictim() {}

    /// @param arguments the data folder, then the settings as `NAME=value`
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        var clock = Clock.systemUTC();
        var events = new Events();
        var database = TestDatabase.open(Path.of(arguments[0]));
        var built = new Tasks[1];
        var feature = new ErpFeature(
                database,
                () -> built[0],
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.ofNullable(settings.get(name))),
                new Outbound(new SimpleMeterRegistry(), "victim"),
                clock,
                () -> ZoneOffset.UTC);
        var tasks = new Tasks(database, events, clock, feature.taskKinds());
        built[0] = tasks;
        events.on(SyncFinished.class, finished -> out.println("finished"));
        feature.start();
        tasks.start();
        begin(feature.sync());
        out.println("ready");
        while (true) java.util.concurrent.locks.LockSupport.park();
    }

    /// The run that was cut off goes on by itself.
    private static void begin(SyncService sync) {
        try {
            sync.trigger(Caller.system(), 40, 5, true);
        } catch (AppError.Conflict e) {
            // it goes on
        }
    }
}
