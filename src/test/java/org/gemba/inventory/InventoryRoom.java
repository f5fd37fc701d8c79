package org.gemba.inventory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// The whole inventory over a real database in a folder of the test's own.
public final class InventoryRoom implements AutoCloseable {
    public static final Caller ADMIN = caller(Role.ADMIN);
    public static final Caller VIEWER = caller(Role.VIEWER);

    public final DataFolder folder;
    public final Database database;
    public final Events events = new Events();
    public final Map<String, String> settings = new ConcurrentHashMap<>();
    public final InventoryFeature inventory;
    public final Tasks tasks;
    private final Outbound outbound = new Outbound(new SimpleMeterRegistry(), "test");

    public InventoryRoom(Path path) {
        this(path, Clock.systemUTC());
    }

    @SuppressWarnings("varargs")
    public InventoryRoom(Path path, Clock clock) {
        folder = DataFolder.open(path);
        database = TestDatabase.open(path);
        inventory = new InventoryFeature(new InventoryFeature.Ground(
                database,
                this::tasks,
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.ofNullable(settings.get(name))),
                outbound,
                new Texts(List.of("inventory")),
                folder,
                new org.gemba.platform.db.Backup(database, path, "test", clock),
                clock,
                () -> ZoneId.of("Asia/Shanghai")));
        tasks = new Tasks(database, events, clock, inventory.taskKinds());
    }

    private Tasks tasks() {
        return tasks;
    }

    public static Caller caller(Role role) {
        return new Caller(
                "user-" + role.name().toLowerCase(java.util.Locale.ROOT),
                role.name().toLowerCase(java.util.Locale.ROOT),
                role,
                RolePermissions.of(role),
                Set.of(ApiFamily.values()),
                List.of(),
                null);
    }

    public Part part(String name, int quantity, @Nullable String supplier, String... categories) {
        return part(name, BigDecimal.valueOf(quantity), supplier, null, categories);
    }

    public Part part(
            String name,
            @Nullable BigDecimal quantity,
            @Nullable String supplier,
            @Nullable UUID location,
            String... categories) {
        return inventory
                .parts()
                .add(
                        ADMIN,
                        new NewPart(
                                name,
                                null,
                                null,
                                quantity,
                                null,
                                null,
                                supplier,
                                null,
                                location,
                                null,
                                Map.of(),
                                List.of(categories)));
    }

    public Location location(String name, @Nullable Location parent) {
        return inventory.locations().add(ADMIN, name, null, parent == null ? null : parent.id(), null);
    }

    @Override
    public void close() {
        tasks.close();
        inventory.stop();
        outbound.close();
        database.close();
        folder.close();
    }
}
