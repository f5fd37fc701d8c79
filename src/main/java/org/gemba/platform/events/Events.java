package org.gemba.platform.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announcements between features that must not know each other. An event is a record in the root package of the
/// feature that announces it. Listeners run on the announcing thread, one after the other; one that fails is logged
/// and does not stop the rest.
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private record Listener<E>(Class<E> type, Consumer<E> action) {
        void offer(Object event) {
            if (type.isInstance(event)) action.accept(type.cast(event));
        }
    }

    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

    /// Ends a subscription when closed.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public <E> Subscription on(Class<E> type, Consumer<E> action) {
        var listener = new Listener<>(type, action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(Object event) {
        for (var listener : listeners) {
            try {
                listener.offer(event);
            } catch (RuntimeException e) {
                LOG.error("a listener of {} failed", event.getClass().getSimpleName(), e);
            }
        }
    }
}
