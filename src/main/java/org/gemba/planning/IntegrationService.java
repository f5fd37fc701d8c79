package org.gemba.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.ChannelFailed;
import org.gemba.planning.channel.Entity;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.SyncTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Shops and books: how they are, whether they answer, what is read from them.
public final class IntegrationService {
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(730);
    private static final int RECENT = 3;
    private static final int MOST_PROBLEM = 1000;

    private final Ground ground;
    private final List<Channel> channels;
    private final Supplier<Tasks> tasks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final TaskKind<Reading> reading =
            TaskKind.once("planning.sync", Reading.class, TaskKind.Overlap.ALLOWED, this::read);

    /// What the task works on.
    ///
    /// @param from null to go on from what is known
    /// @param until null for up to now
    public record Reading(
            UUID syncId,
            String integration,
            List<Entity> entities,
            @Nullable Instant from,
            @Nullable Instant until) {}

    IntegrationService(Ground ground, List<Channel> channels, Supplier<Tasks> tasks) {
        this.ground = ground;
        this.channels = List.copyOf(channels);
        this.tasks = tasks;
    }

    TaskKind<Reading> kind() {
        return reading;
    }

    /// Runs that a kill cut off are told from those that go on.
    void start() {
        ground.database().write(handle -> SyncTable.failRunning(handle, "The program ended meanwhile", ground.now()));
    }

    void stop() {
        closing.countDown();
    }

    public enum Connection {
        CONNECTED,
        ERROR,
        RATE_LIMITED,
        /// Not set up.
        DISABLED
    }

    public enum Health {
        HEALTHY,
        DEGRADED,
        /// Three readings in a row failed.
        UNHEALTHY,
        NOT_CONFIGURED
    }

    /// @param missing the setting that it lacks; empty when it is set up
    /// @param lastSync the end of the last good reading
    public record State(
            Channel channel,
            String missing,
            Connection connection,
            Health health,
            @Nullable Instant lastSync,
            @Nullable SyncRun lastRun) {}

    public List<State> list(Caller caller) {
        caller.require(Permission.PLANNING_READ);
        return channels.stream().map(this::state).toList();
    }

    private State state(Channel channel) {
        var missing = channel.missing();
        var recent = ground.database().read(handle -> SyncTable.of(handle, channel.id(), RECENT * 4));
        var over = recent.stream().filter(run -> run.finishedAt() != null).toList();
        var lastGood = over.stream()
                .filter(run -> run.status() == SyncRun.Status.COMPLETED)
                .findFirst()
                .map(SyncRun::finishedAt)
                .orElse(null);
        long failures = over.stream()
                .takeWhile(run -> run.status() != SyncRun.Status.COMPLETED)
                .count();
        var last = recent.isEmpty() ? null : recent.getFirst();
        if (!missing.isEmpty()) {
            return new State(channel, missing, Connection.DISABLED, Health.NOT_CONFIGURED, lastGood, last);
        }
        var health = failures == 0 ? Health.HEALTHY : failures < RECENT ? Health.DEGRADED : Health.UNHEALTHY;
        return new State(channel, missing, connection(over), health, lastGood, last);
    }

    private static Connection connection(List<SyncRun> over) {
        if (over.isEmpty()) return Connection.CONNECTED;
        return switch (over.getFirst().status()) {
            case RATE_LIMITED -> Connection.RATE_LIMITED;
            case FAILED -> Connection.ERROR;
            case COMPLETED, CANCELLED, RUNNING -> Connection.CONNECTED;
        };
    }

    /// How a test went.
    ///
    /// @param problem empty when all is well
    public record Test(boolean isGood, long millis, Channel.@Nullable Tested tested, String problem) {}

    /// Makes a few cheap calls.
    ///
    /// @throws AppError.NotConfigured when it is not set up
    public Test test(Caller caller, String id) {
        caller.require(Permission.INTEGRATIONS_WRITE);
        var channel = channel(id);
        refuseMissing(channel);
        long start = System.nanoTime();
        try {
            var tested = channel.test();
            return new Test(true, since(start), tested, "");
        } catch (ChannelFailed e) {
            return new Test(false, since(start), null, String.valueOf(e.getMessage()));
        }
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// Begins to read.
    ///
    /// @param days first and last day of a full reading; null for what changed since the last one
    /// @param entities null for all that the channel has
    /// @throws AppError.Conflict while it is being read
    public UUID sync(Caller caller, String id, @Nullable Days days, @Nullable List<String> entities) {
        caller.require(Permission.INTEGRATIONS_WRITE);
        var channel = channel(id);
        var wanted = wanted(channel, entities);
        check(days);
        refuseMissing(channel);
        var sync = UUID.randomUUID();
        var run = new SyncRun(
                sync,
                id,
                days == null ? SyncRun.Kind.INCREMENTAL : SyncRun.Kind.FULL,
                wanted.stream().map(Entity::word).toList(),
                SyncRun.Status.RUNNING,
                0,
                0,
                0,
                List.of(),
                null,
                ground.now(),
                caller.username(),
                null);
        ground.database().write(handle -> {
            var last = SyncTable.of(handle, id, 1);
            if (!last.isEmpty() && last.getFirst().status() == SyncRun.Status.RUNNING) {
                throw new AppError.Conflict(channel.name() + " is being read already");
            }
            SyncTable.insert(handle, run);
            ground.audit(handle, caller, "sync", "planning_integration", id, null, run);
            return run;
        });
        var zone = ground.zone().get();
        var from = days == null ? null : days.from().atStartOfDay(zone).toInstant();
        var until =
                days == null ? null : days.to().plusDays(1).atStartOfDay(zone).toInstant();
        tasks.get().submit(reading, new Reading(sync, id, wanted, from, until), caller.username());
        return sync;
    }

    /// Both days belong to it.
    public record Days(LocalDate from, LocalDate to) {}

    private void check(@Nullable Days days) {
        if (days == null) return;
        var faults = new Faults();
        faults.broken(
                days.to().isBefore(days.from()), "date_range.end_date", days.to(), "must not be before start_date");
        faults.broken(
                days.from().isAfter(ground.today()), "date_range.start_date", days.from(), "must not be in the future");
        faults.check();
    }

    private static List<Entity> wanted(Channel channel, @Nullable List<String> words) {
        if (words == null) return channel.entities();
        var allowed = List.of("products", "inventory", "orders");
        var faults = new Faults();
        for (var word : words) faults.oneOf("entities", word, allowed);
        if (words.isEmpty()) faults.add("entities", words, new Rule.Required());
        faults.check();
        return channel.entities().stream()
                .filter(entity -> words.contains(entity.word()))
                .toList();
    }

    /// @throws AppError.NotFound when there is none
    public SyncRun find(Caller caller, UUID sync) {
        caller.require(Permission.PLANNING_READ);
        return ground.database()
                .read(handle ->
                        SyncTable.find(handle, sync).orElseThrow(() -> new AppError.NotFound("Sync", "sync-" + sync)));
    }

    /// The last runs of an integration, the newest first.
    public List<SyncRun> runs(Caller caller, String id, int limit) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> SyncTable.of(handle, channel(id).id(), limit));
    }

    private Channel channel(String id) {
        return channels.stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppError.NotFound("Integration", id));
    }

    private static void refuseMissing(Channel channel) {
        if (channel.missing().isEmpty()) return;
        throw new AppError.NotConfigured(channel.id(), channel.name() + " needs the setting " + channel.missing());
    }

    private String read(Reading what, TaskContext context) {
        var channel = channel(what.integration());
        var sinks = new ArrayList<SyncSink>();
        try {
            for (var store : channel.stores()) {
                var sink = new SyncSink(ground, context, closing, channel.id(), store.id());
                sinks.add(sink);
                for (var entity : what.entities()) {
                    context.progress(progress(sinks.size(), channel), entity.word(), store.id());
                    read(channel, store, entity, what, sink);
                }
            }
            return finish(what, sinks, SyncRun.Status.COMPLETED, null);
        } catch (ChannelFailed e) {
            boolean isLimited = e.reason() == ChannelFailed.Reason.LIMITED;
            finish(what, sinks, isLimited ? SyncRun.Status.RATE_LIMITED : SyncRun.Status.FAILED, e.getMessage());
            throw new AppError.UpstreamUnavailable(channel.id(), String.valueOf(e.getMessage()), e);
        } catch (TaskCancelled e) {
            finish(what, sinks, SyncRun.Status.CANCELLED, "Somebody cancelled it");
            throw e;
        } catch (RuntimeException e) {
            finish(what, sinks, SyncRun.Status.FAILED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static int progress(int store, Channel channel) {
        return Math.min(95, 100 * (store - 1) / Math.max(1, channel.stores().size()) + 5);
    }

    private void read(Channel channel, Channel.Store store, Entity entity, Reading what, SyncSink sink)
            throws ChannelFailed {
        var begun = ground.now();
        var from = what.from();
        if (from == null) {
            from = ground.database()
                    .read(handle -> SyncTable.reached(handle, channel.id(), store.id(), entity.word()))
                    .map(reached -> reached.minus(OVERLAP))
                    .orElse(begun.minus(FIRST_LOOK_BACK));
        }
        channel.pull(store, entity, new Channel.Span(from, what.until()), sink);
        if (what.from() != null) return;
        ground.database().write(handle -> {
            SyncTable.reach(handle, channel.id(), store.id(), entity.word(), begun);
            return begun;
        });
    }

    private String finish(Reading what, List<SyncSink> sinks, SyncRun.Status status, @Nullable String problem) {
        Set<String> unmatched = new LinkedHashSet<>();
        for (var sink : sinks) unmatched.addAll(sink.unmatched());
        int lines = sinks.stream().mapToInt(SyncSink::lineCount).sum();
        int levels = sinks.stream().mapToInt(SyncSink::levelCount).sum();
        int listed = sinks.stream().mapToInt(SyncSink::listedCount).sum();
        ground.database().write(handle -> {
            var begun = SyncTable.find(handle, what.syncId()).orElseThrow();
            var done = new SyncRun(
                    begun.id(),
                    begun.integration(),
                    begun.kind(),
                    begun.entities(),
                    status,
                    lines,
                    levels,
                    listed,
                    unmatched.stream().limit(50).toList(),
                    problem == null ? null : problem.substring(0, Math.min(MOST_PROBLEM, problem.length())),
                    begun.startedAt(),
                    begun.startedBy(),
                    ground.now());
            SyncTable.finish(handle, done);
            return done;
        });
        if (lines > 0) ground.events().publish(new PlanningChange.SalesTold(lines));
        if (levels > 0) ground.events().publish(new PlanningChange.StockTold(levels));
        return lines + " lines, " + levels + " levels, " + listed + " products";
    }
}
