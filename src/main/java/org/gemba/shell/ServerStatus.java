package org.gemba.shell;

import java.util.List;

/// Where other programs and machines reach this one.
public interface ServerStatus {
    /// Asked every few seconds, off the FX thread.
    State now();

    /// @param isListening false while it starts, or when the port was refused
    /// @param isOpenToLan false when only this machine reaches it
    /// @param addresses such as `http://192.168.1.20:8080`, the best one first
    /// @param warning what an administrator should know, in words; empty for nothing
    record State(boolean isListening, boolean isOpenToLan, List<String> addresses, String warning) {
        public State {
            addresses = List.copyOf(addresses);
        }
    }
}
