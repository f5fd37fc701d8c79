package org.gemba.demo.k3cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last calls, newest last.
final class CallLog {
    private static final int KEPT = 5000;

    private final Deque<K3CloudCall> calls = new ArrayDeque<>();

    synchronized void add(K3CloudCall call) {
        calls.addLast(call);
        if (calls.size() > KEPT) calls.removeFirst();
    }

    synchronized List<K3CloudCall> list() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
