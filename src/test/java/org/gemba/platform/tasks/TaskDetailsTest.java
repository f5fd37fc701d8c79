package org.gemba.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.gemba.platform.tasks.TaskKind.Overlap;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Priorities, time-outs, dependencies, a pause, and what people say of a task that is done elsewhere.
class TaskDetailsTest {
    record Payload(String what) {}

    @TempDir
    private Path folder;

    private final Events events = new Events();
    private final BlockingQueue<TaskRecord> changes = new LinkedBlockingQueue<>();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch four = new CountDownLatch(4);
    private final TaskKind<Payload> kind = TaskKind.once("test.work", Payload.class, Overlap.ALLOWED, this::work);
    private Database database;
    private Tasks tasks;

    private String work(Payload payload, TaskContext context) throws Exception {
        ran.add(payload.what());
        four.countDown();
        switch (payload.what()) {
            case "endless" -> new CountDownLatch(1).await();
            case "blocking" -> go.await();
            case "failing" -> throw new AppError.Unprocessable("it cannot be done");
            default -> {}
        }
        return "done";
    }

    @BeforeEach
    void open() {
        events.on(TaskChanged.class, change -> changes.add(change.task()));
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, events, Clock.systemUTC(), List.of(kind));
    }

    @AfterEach
    void close() {
        tasks.close();
        database.close();
    }

    private static TaskDetails details(
            Priority priority, @Nullable Duration timeout, @Nullable Instant notBefore, UUID... dependsOn) {
        return new TaskDetails(
                "Title", null, priority, timeout, 3, 0, notBefore, "u1", "part", "7", null, List.of(dependsOn));
    }

    private UUID submit(String what, TaskDetails details) {
        return tasks.submit(kind, new Payload(what), "tester", details);
    }

    private TaskRecord await(UUID id, State state) throws InterruptedException {
        while (true) {
            var change = changes.poll(20, TimeUnit.SECONDS);
            assertThat(change).as("waited for %s", state).isNotNull();
            if (change.id().equals(id) && change.state() == state) return change;
        }
    }

    @Test
    void whatIsSaidOfATaskIsKept() {
        var id = submit("x", details(Priority.URGENT, Duration.ofSeconds(90), Instant.parse("2099-01-01T00:00:00Z")));
        var task = tasks.find(id).orElseThrow();
        assertThat(task.details())
                .isEqualTo(details(Priority.URGENT, Duration.ofSeconds(90), Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(task.payload()).isEqualTo("{\"what\":\"x\"}");
        assertThat(tasks.list(TaskFilter.newest(10).ofPriorities(java.util.Set.of(Priority.URGENT))))
                .hasSize(1);
        assertThat(tasks.list(TaskFilter.newest(10).ownedBy("u2"))).isEmpty();
        assertThat(tasks.count(TaskFilter.newest(10).ownedBy("u1"))).isEqualTo(1);
        assertThat(tasks.statistics(null, Instant.EPOCH).byPriority()).containsEntry(Priority.URGENT, 1L);
    }

    @Test
    void theMoreUrgentRunsFirst() throws InterruptedException {
        tasks.start();
        tasks.pause();
        for (int i = 0; i < 4; i++) submit("can wait", details(Priority.LOW, null, null));
        for (int i = 0; i < 4; i++) submit("blocking", details(Priority.URGENT, null, null));
        assertThat(tasks.isPaused()).isTrue();
        assertThat(ran).isEmpty();
        assertThat(tasks.resume()).isTrue();
        assertThat(four.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsOnly("blocking");
        go.countDown();
    }

    @Test
    void aTaskThatTakesTooLongIsFailedAndSaysHowLongItHad() throws InterruptedException {
        tasks.start();
        var id = submit("endless", details(Priority.NORMAL, Duration.ofSeconds(1), null));
        assertThat(await(id, State.FAILED).error()).contains("1 seconds");
    }

    @Test
    void aTaskWaitsForTheOnesBeforeIt() throws InterruptedException {
        tasks.start();
        var first = submit("blocking", TaskDetails.plain());
        var second = submit("second", details(Priority.NORMAL, null, null, first));
        await(first, State.RUNNING);
        assertThat(tasks.find(second).orElseThrow().state()).isEqualTo(State.QUEUED);
        go.countDown();
        await(second, State.COMPLETED);
        assertThat(ran).containsExactly("blocking", "second");
    }

    @Test
    void aTaskFailsWithTheOneBeforeIt() throws InterruptedException {
        tasks.start();
        var first = submit("failing", TaskDetails.plain());
        var second = submit("second", details(Priority.NORMAL, null, null, first));
        assertThat(await(second, State.FAILED).error()).contains(first.toString(), "failed");
        assertThat(ran).containsExactly("failing");
        assertThatThrownBy(() -> submit("x", details(Priority.NORMAL, null, null, UUID.randomUUID())))
                .isInstanceOf(AppError.NotFound.class);
    }

    @Test
    void runningItAgainIsCounted() throws InterruptedException {
        tasks.start();
        var id = submit("failing", TaskDetails.plain());
        await(id, State.FAILED);
        tasks.retry(id);
        assertThat(await(id, State.FAILED).details().retries()).isEqualTo(1);
    }

    @Test
    void aPausePutsOffWhatRuns() throws InterruptedException {
        tasks.start();
        var id = submit("blocking", TaskDetails.plain());
        await(id, State.RUNNING);
        assertThat(tasks.pause()).isTrue();
        assertThat(tasks.pause()).isFalse();
        await(id, State.QUEUED);
        go.countDown();
        assertThat(tasks.resume()).isTrue();
        assertThat(tasks.resume()).isFalse();
        await(id, State.COMPLETED);
    }

    @Test
    void peopleMaySayHowATaskEndedThatWaits() {
        var id = submit("x", details(Priority.NORMAL, null, Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(tasks.amend(id, null, 40, "half", null, null).progress()).isEqualTo(40);
        var done = tasks.amend(id, State.COMPLETED, null, "Finished", "{\"a\":1}", null);
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(done.result()).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> tasks.amend(id, null, 1, null, null, null)).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> tasks.amend(UUID.randomUUID(), null, 1, null, null, null))
                .isInstanceOf(AppError.NotFound.class);
    }
}
