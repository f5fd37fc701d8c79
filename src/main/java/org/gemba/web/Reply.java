package org.gemba.web;

import org.jspecify.annotations.Nullable;

/// A success that says something: the families with an envelope print the message beside the data, the others only the
/// data.
public record Reply(String message, @Nullable Object data) {}
