package org.gemba.platform.metrics;

/// How often something was done, and how long it took, in milliseconds. Percentiles and maximum are of the last ten
/// minutes or so, count and mean of the whole run of the program.
///
/// @param name the kind of thing, for example `http`
/// @param what which of them, for example `GET /api/mto/{mto_number}`
/// @param outcome for example `200` or `failed`
public record Timing(
        String name,
        String what,
        String outcome,
        long count,
        double mean,
        double p50,
        double p95,
        double p99,
        double max) {}
