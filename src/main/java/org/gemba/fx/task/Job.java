package org.gemba.fx.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One piece of background work: says what follows, then starts. All callbacks come on the FX thread, exactly one of
/// them, and none after {@link #cancel()} except `onCancelled`.
///
/// Cancelling does not interrupt the thread: an interrupt inside a file operation would close the database's file. The
/// work asks {@link Progress#checkCancelled()}; a result that comes later all the same is dropped.
public final class Job<T> {
    /// What is run off the FX thread.
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private record Handler<E extends Throwable>(Class<E> type, Consumer<E> action) {
        boolean offer(Throwable error) {
            if (!type.isInstance(error)) return false;
            action.accept(type.cast(error));
            return true;
        }
    }

    private final Jobs owner;
    private final Work<T> work;
    private final List<Handler<?>> handlers = new ArrayList<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Consumer<T> success = value -> {};
    private Runnable cancellation = () -> {};
    private Runnable end = () -> {};
    private volatile boolean cancelled;

    Job(Jobs owner, Work<T> work) {
        this.owner = owner;
        this.work = work;
    }

    public Job<T> onSuccess(Consumer<T> action) {
        success = action;
        return this;
    }

    /// The first handler whose type fits is the one that runs; an error that none takes goes to the window's handler.
    public <E extends Throwable> Job<T> onError(Class<E> type, Consumer<E> action) {
        handlers.add(new Handler<>(type, action));
        return this;
    }

    public Job<T> onCancelled(Runnable action) {
        cancellation = action;
        return this;
    }

    /// Runs after whichever of the others ran.
    public Job<T> onEnd(Runnable action) {
        end = action;
        return this;
    }

    public Job<T> start() {
        return startAfter(Duration.ZERO);
    }

    /// Starts when the time has passed without a {@link #cancel()}: what typing waits for.
    public Job<T> startAfter(Duration pause) {
        running.set(true);
        owner.begin(this, pause);
        return this;
    }

    public void cancel() {
        if (cancelled || !running.get()) return;
        cancelled = true;
        finish(cancellation);
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// 0 to 100, -1 while unknown.
    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    void runOnWorker() {
        if (cancelled) return;
        try {
            var value = work.run(new Reporting());
            owner.onUi(() -> finishUnlessCancelled(() -> success.accept(value)));
        } catch (CancellationException e) {
            owner.onUi(this::cancel);
        } catch (Throwable e) {
            owner.onUi(() -> finishUnlessCancelled(() -> failed(e)));
        }
    }

    void refused(Throwable error) {
        finishUnlessCancelled(() -> failed(error));
    }

    private void failed(Throwable error) {
        if (handlers.stream().noneMatch(handler -> handler.offer(error))) owner.unhandled(error);
    }

    private void finishUnlessCancelled(Runnable last) {
        if (!cancelled) finish(last);
    }

    private void finish(Runnable last) {
        running.set(false);
        owner.ended(this);
        try {
            last.run();
        } finally {
            end.run();
        }
    }

    private final class Reporting implements Progress {
        @Override
        public void report(int newPercent, String newMessage) {
            owner.onUi(() -> {
                if (cancelled) return;
                percent.set(newPercent);
                message.set(newMessage);
            });
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void checkCancelled() {
            if (cancelled) throw new CancellationException();
        }
    }
}
