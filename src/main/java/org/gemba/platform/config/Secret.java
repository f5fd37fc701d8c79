package org.gemba.platform.config;

/// A value that must not reach a log, an answer or a screen by accident.
public record Secret(String value) {
    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return value.isBlank() ? "(none)" : "••••";
    }
}
