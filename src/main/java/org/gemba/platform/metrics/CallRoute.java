package org.gemba.platform.metrics;

/// A route that is called.
///
/// @param path the template, never a path with somebody's ids in it
public record CallRoute(String family, String method, String path) {}
