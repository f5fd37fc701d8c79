package org.gemba.fx.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;

class JobTest {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final Background background = new Background(queue::add, Runnable::run);
    private final Jobs jobs = background.jobs();

    @Test
    void successArrivesOnceAndTheJobIsNoLongerRunning() {
        var job = jobs.run(progress -> "ten")
                .onSuccess(seen::add)
                .onEnd(() -> seen.add("end"))
                .start();
        assertThat(job.runningProperty().get()).isTrue();
        assertThat(jobs.busyProperty().get()).isTrue();
        work();
        assertThat(seen).containsExactly("ten", "end");
        assertThat(job.runningProperty().get()).isFalse();
        assertThat(jobs.busyProperty().get()).isFalse();
    }

    @Test
    void theFirstHandlerThatFitsTakesTheError() {
        jobs.<String>run(progress -> {
                    throw new AppError.Conflict("twice");
                })
                .onError(AppError.NotFound.class, e -> seen.add("not found"))
                .onError(AppError.class, e -> seen.add(e.code()))
                .onError(Exception.class, e -> seen.add("other"))
                .start();
        work();
        assertThat(seen).containsExactly("conflict");
    }

    @Test
    void anErrorThatNobodyTakesGoesToTheWindow() {
        background.onUnhandled(error -> seen.add("window: " + error.getMessage()));
        jobs.<String>run(progress -> {
                    throw new IllegalStateException("broken");
                })
                .onError(AppError.class, e -> seen.add("wrong"))
                .start();
        work();
        assertThat(seen).containsExactly("window: broken");
    }

    @Test
    void whatComesAfterHidingIsDropped() {
        jobs.run(progress -> "late")
                .onSuccess(seen::add)
                .onCancelled(() -> seen.add("cancelled"))
                .start();
        jobs.cancelAll();
        work();
        assertThat(seen).containsExactly("cancelled");
    }

    @Test
    void workThatAsksFindsThatItWasCancelled() {
        var running = new ArrayList<Job<String>>();
        running.add(jobs.<String>run(progress -> {
                    running.getFirst().cancel();
                    progress.checkCancelled();
                    return "went on";
                })
                .onSuccess(seen::add)
                .onError(CancellationException.class, e -> seen.add("as an error"))
                .onCancelled(() -> seen.add("cancelled"))
                .start());
        work();
        assertThat(seen).containsExactly("cancelled");
    }

    @Test
    void onlyTheNewestOfANameAnswers() {
        jobs.runLatest("suggest", progress -> "D").onSuccess(seen::add).start();
        jobs.runLatest("suggest", progress -> "DS").onSuccess(seen::add).start();
        work();
        assertThat(seen).containsExactly("DS");
    }

    @Test
    void progressIsSeenWhileItRuns() {
        var job = jobs.run(progress -> {
            progress.report(40, "page 2");
            return 1;
        });
        job.percentProperty().addListener((p, old, now) -> seen.add(now + " " + old));
        job.messageProperty().addListener((p, old, now) -> seen.add(now));
        job.start();
        work();
        assertThat(seen).containsExactly("40 -1", "page 2");
    }

    private void work() {
        while (!queue.isEmpty()) queue.poll().run();
    }
}
