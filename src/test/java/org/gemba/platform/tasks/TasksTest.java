package org.gemba.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.metrics.Metrics;
import org.gemba.platform.tasks.TaskKind.Overlap;
import org.gemba.platform.tasks.TaskRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
    record Payload(String order, List<Integer> lines) {}

    private static final Payload PAYLOAD = new Payload("MO-1 工单", List.of(1, 2));

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-24T00:00:00Z");
    private final Events events = new Events();
    private final BlockingQueue<TaskRecord> changes = new LinkedBlockingQueue<>();

    private volatile TaskKind.Work<Payload> work = (payload, context) -> "done";
    private final TaskKind<Payload> once = TaskKind.once("test.once", Payload.class, Overlap.ALLOWED, this::work);
    private final TaskKind<Payload> single = TaskKind.once("test.single", Payload.class, Overlap.REFUSED, this::work);
    private final TaskKind<Payload> thrice =
            new TaskKind<>("test.thrice", Payload.class, this::work, 3, Duration.ofMinutes(10), Overlap.ALLOWED);

    private Database database;
    private Tasks tasks;

    private String work(Payload payload, TaskContext context) throws Exception {
        return work.run(payload, context);
    }

    @BeforeEach
    void open() {
        events.on(TaskChanged.class, change -> changes.add(change.task()));
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, events, clock, List.of(once, single, thrice));
    }

    @AfterEach
    void close() {
        tasks.close();
        database.close();
    }

    private void reopen() {
        close();
        changes.clear();
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, events, clock, List.of(once, single, thrice));
    }

    private TaskRecord await(UUID id, State state) throws InterruptedException {
        while (true) {
            var change = changes.poll(20, TimeUnit.SECONDS);
            assertThat(change)
                    .as("waited for " + state + ", is " + tasks.find(id))
                    .isNotNull();
            if (change.id().equals(id) && change.state() == state) return change;
        }
    }

    @Test
    void aTaskRunsWithItsPayloadAndKeepsItsResult() throws Exception {
        tasks.start();
        work = (payload, context) -> payload.order() + payload.lines();
        var id = tasks.submit(once, PAYLOAD, "planner");
        assertThat(tasks.find(id)).isPresent();
        var done = await(id, State.COMPLETED);
        assertThat(done.result()).isEqualTo("MO-1 工单[1, 2]");
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(done.createdBy()).isEqualTo("planner");
        assertThat(done.startedAt()).isBetween(done.createdAt(), done.finishedAt());
        assertThat(tasks.find(id)).contains(done);
    }

    @Test
    void aTaskThatWasQueuedBeforeTheStartRunsAfterIt() throws Exception {
        var id = tasks.submit(once, PAYLOAD, "planner");
        reopen();
        assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(State.QUEUED);
        tasks.start();
        await(id, State.COMPLETED);
    }

    @Test
    void progressIsAnnouncedWhileItRuns() throws Exception {
        tasks.start();
        var go = new CountDownLatch(1);
        work = (payload, context) -> {
            context.progress(250, "PRD_MO", "half");
            go.await();
            return "";
        };
        var id = tasks.submit(once, PAYLOAD, "planner");
        var seen = changes.take();
        while (seen.progress() == 0) seen = changes.take();
        assertThat(seen)
                .extracting(TaskRecord::progress, TaskRecord::phase, TaskRecord::message)
                .containsExactly(100, "PRD_MO", "half");
        assertThat(tasks.find(id).orElseThrow().message()).isEqualTo("half");
        go.countDown();
        assertThat(await(id, State.COMPLETED).message()).isEqualTo("half");
    }

    @Test
    void aFailedAttemptIsTriedAgainLaterAndLater() throws Exception {
        tasks.start();
        work = (payload, context) -> {
            if (context.attempt() == 1) throw new AppError.UpstreamUnavailable("erp", "The ERP is down.", null);
            if (context.attempt() == 2) throw new IllegalStateException("a bug");
            return "third time";
        };
        var id = tasks.submit(thrice, PAYLOAD, "planner");
        assertThat(await(id, State.RETRY).error()).isEqualTo("The ERP is down.");
        clock.add(Duration.ofMinutes(10));
        assertThat(await(id, State.RETRY).error()).contains("Unexpected error").contains("a bug");
        clock.add(Duration.ofMinutes(19));
        assertThat(changes.poll(1500, TimeUnit.MILLISECONDS))
                .as("backed off for twice as long")
                .isNull();
        clock.add(Duration.ofMinutes(1));
        var done = await(id, State.COMPLETED);
        assertThat(done.result()).isEqualTo("third time");
        assertThat(done.error()).isNull();
        assertThat(done.attempt()).isEqualTo(3);
    }

    @Test
    void theLastFailureIsFinalUntilSomebodyRetries() throws Exception {
        tasks.start();
        work = (payload, context) -> {
            context.checkpoint("as far as page 7");
            throw new AppError.NotConfigured("erp", "No ERP is set.");
        };
        var id = tasks.submit(once, PAYLOAD, "planner");
        assertThat(await(id, State.FAILED).error()).isEqualTo("No ERP is set.");
        work = (payload, context) -> context.lastCheckpoint().orElse("nothing");
        tasks.retry(id);
        assertThat(await(id, State.COMPLETED).result()).isEqualTo("as far as page 7");
        assertThatThrownBy(() -> tasks.retry(id)).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> tasks.cancel(id)).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> tasks.retry(UUID.randomUUID())).isInstanceOf(AppError.NotFound.class);
    }

    @Test
    void aQueuedTaskIsCancelledAtOnce() throws Exception {
        var id = tasks.submit(once, PAYLOAD, "planner");
        tasks.cancel(id);
        assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        tasks.start();
        var other = tasks.submit(once, PAYLOAD, "planner");
        await(other, State.COMPLETED);
        assertThat(tasks.find(id).orElseThrow().attempt()).isZero();
    }

    @Test
    void aRunningTaskIsInterruptedWhenCancelledAndTheDatabaseStaysOpen() throws Exception {
        tasks.start();
        var running = new CountDownLatch(1);
        work = (payload, context) -> {
            running.countDown();
            while (true) {
                context.checkCancelled();
                database.read(handle -> TaskTable.list(handle, TaskFilter.newest(10)));
            }
        };
        var id = tasks.submit(once, PAYLOAD, "planner");
        running.await();
        tasks.cancel(id);
        var ended = await(id, State.CANCELLED);
        assertThat(ended.error()).isNull();
        assertThat(ended.finishedAt()).isNotNull();
        work = (payload, context) -> "";
        await(tasks.submit(once, PAYLOAD, "planner"), State.COMPLETED);
    }

    @Test
    void aSecondOneIsRefusedWhileOneIsActive() throws Exception {
        var id = tasks.submit(single, PAYLOAD, "planner");
        assertThatThrownBy(() -> tasks.submit(single, PAYLOAD, "planner"))
                .isInstanceOf(AppError.Conflict.class)
                .hasMessageContaining("test.single");
        tasks.start();
        await(id, State.COMPLETED);
        await(tasks.submit(single, PAYLOAD, "planner"), State.COMPLETED);
        assertThat(tasks.list(TaskFilter.newest(10).ofKind("test.single"))).hasSize(2);
        assertThat(tasks.list(TaskFilter.newest(10).inStates(State.FAILED))).isEmpty();
        assertThat(tasks.list(TaskFilter.newest(1))).hasSize(1);
    }

    @Test
    void theEndOfTheProgramPutsRunningWorkOffUntilTheNextStart() throws Exception {
        tasks.start();
        var running = new CountDownLatch(1);
        work = (payload, context) -> {
            running.countDown();
            new CountDownLatch(1).await();
            return "never";
        };
        var id = tasks.submit(once, PAYLOAD, "planner");
        running.await();
        reopen();
        assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(State.QUEUED);
        work = (payload, context) -> "attempt " + context.attempt();
        tasks.start();
        assertThat(await(id, State.COMPLETED).result()).isEqualTo("attempt 1");
    }

    @Test
    void whatAKilledProgramLeftRunningIsSettledAtTheNextStart() throws Exception {
        var lost = tasks.submit(once, PAYLOAD, "planner");
        var resumable = tasks.submit(once, PAYLOAD, "planner");
        var again = tasks.submit(thrice, PAYLOAD, "planner");
        var unwanted = tasks.submit(thrice, PAYLOAD, "planner");
        database.write(handle -> {
            for (var id : List.of(lost, resumable, again, unwanted)) TaskTable.claim(handle, id, clock.instant());
            TaskTable.checkpoint(handle, resumable, "page 3");
            TaskTable.askToCancel(handle, unwanted);
            return handle.execute("update task set attempt = 3 where id = ?", unwanted);
        });
        reopen();
        work = (payload, context) ->
                context.attempt() + context.lastCheckpoint().orElse("");
        tasks.start();
        assertThat(await(lost, State.FAILED).error()).contains("interrupted");
        assertThat(tasks.find(unwanted).orElseThrow().state()).isEqualTo(State.CANCELLED);
        changes.clear();
        assertThat(awaitEnd(resumable).result()).isEqualTo("1page 3");
        assertThat(awaitEnd(again).result()).isEqualTo("2");
        assertThat(tasks.list(TaskFilter.newest(10).inStates(State.RUNNING))).isEmpty();
    }

    @Test
    void aTaskThatKillsTheProgramAgainAndAgainIsGivenUp() {
        var id = tasks.submit(once, PAYLOAD, "planner");
        for (int kill = 1; kill <= 4; kill++) {
            database.write(handle -> {
                TaskTable.claim(handle, id, clock.instant());
                return handle.execute("update task set checkpoint = 'page 3' where id = ?", id);
            });
            database.write(handle -> Recovery.settle(handle, clock.instant()));
            assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(kill <= 3 ? State.QUEUED : State.FAILED);
        }
    }

    @Test
    void aKindThatThisVersionDoesNotKnowFailsInWords() throws Exception {
        var id = tasks.submit(once, PAYLOAD, "planner");
        database.write(handle -> handle.execute("update task set kind = 'old.kind' where id = ?", id));
        tasks.start();
        assertThat(await(id, State.FAILED).error()).contains("old.kind");
    }

    @Test
    void aTaskThatWasCancelledWhileItWaitedRunsAtOnceWhenRetried() throws Exception {
        tasks.start();
        work = (payload, context) -> {
            throw new IllegalStateException("not yet");
        };
        var id = tasks.submit(thrice, PAYLOAD, "planner");
        await(id, State.RETRY);
        tasks.cancel(id);
        work = (payload, context) -> "now";
        tasks.retry(id);
        assertThat(await(id, State.COMPLETED).attempt()).isEqualTo(1);
    }

    @Test
    void progressIsStoredSoThatAKilledTaskShowsHowFarItCame() throws Exception {
        tasks.start();
        var go = new CountDownLatch(1);
        work = (payload, context) -> {
            context.progress(40, "PRD_MO", "40 of 100");
            go.await();
            return "";
        };
        var id = tasks.submit(once, PAYLOAD, "planner");
        for (int look = 0; stored(id).task().progress() == 0; look++) {
            assertThat(look).isLessThan(100);
            var unused = go.await(100, TimeUnit.MILLISECONDS);
        }
        assertThat(stored(id).task().message()).isEqualTo("40 of 100");
        go.countDown();
        await(id, State.COMPLETED);
    }

    private TaskRow stored(UUID id) {
        return database.read(handle -> TaskTable.find(handle, id)).orElseThrow();
    }

    @Test
    void oldHistoryIsPrunedAndWaitingTasksAreNot() throws Exception {
        var waiting = tasks.submit(once, PAYLOAD, "planner");
        var old = tasks.submit(once, PAYLOAD, "planner");
        tasks.cancel(old);
        clock.add(Duration.ofDays(91));
        var recent = tasks.submit(once, PAYLOAD, "planner");
        tasks.cancel(recent);
        tasks.prune();
        assertThat(tasks.list(TaskFilter.newest(10))).extracting(TaskRecord::id).containsExactly(recent, waiting);
    }

    @Test
    void endsAreTimedByKind() throws Exception {
        tasks.start();
        try (var metrics = new Metrics();
                var counting = TaskTimings.count(events, metrics)) {
            await(tasks.submit(once, PAYLOAD, "planner"), State.COMPLETED);
            tasks.close();
            assertThat(counting).isNotNull();
            assertThat(metrics.timings(Metrics.TASK)).singleElement().satisfies(timing -> {
                assertThat(timing.what()).isEqualTo("test.once");
                assertThat(timing.outcome()).isEqualTo("COMPLETED");
            });
        }
    }

    private TaskRecord awaitEnd(UUID id) throws InterruptedException {
        var task = tasks.find(id).orElseThrow();
        while (!task.state().isOver()) {
            changes.poll(1, TimeUnit.SECONDS);
            task = tasks.find(id).orElseThrow();
        }
        return task;
    }
}
