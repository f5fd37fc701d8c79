package org.gemba.demo.k3cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The faults that are set at the moment. The one set first that fits a call spoils it.
public final class Faults {
    private final List<Armed> armed = new ArrayList<>();
    private CountDownLatch slow = new CountDownLatch(1);

    public synchronized void set(Fault fault) {
        armed.add(new Armed(fault));
    }

    /// Forgets every fault and lets slow answers go at once.
    public synchronized void clear() {
        armed.clear();
        slow.countDown();
        slow = new CountDownLatch(1);
    }

    public synchronized List<Fault> list() {
        return armed.stream().map(one -> one.fault).toList();
    }

    synchronized Optional<Fault> next(String target) {
        Optional<Fault> result = Optional.empty();
        for (var one : armed) {
            if (!one.fault.fits(target)) continue;
            one.seen++;
            if (result.isEmpty() && one.isDue()) result = Optional.of(one.fault);
        }
        return result;
    }

    void delay(Duration delay) {
        CountDownLatch latch;
        synchronized (this) {
            latch = slow;
        }
        try {
            var cleared = latch.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            if (cleared) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Armed {
        private final Fault fault;
        private int seen;

        private Armed(Fault fault) {
            this.fault = fault;
        }

        private boolean isDue() {
            return seen >= fault.fromCall() && (fault.times() == 0 || seen < fault.fromCall() + fault.times());
        }
    }
}
