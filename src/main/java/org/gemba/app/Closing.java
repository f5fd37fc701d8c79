package org.gemba.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened, closed in reverse; one that fails does not keep the rest open.
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            var next = opened.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.error("{} did not close", next.getClass().getSimpleName(), e);
            }
        }
    }
}
