package org.gemba.kpi;

/// Something that figures of a client are made from was written. Announced after the write is on the disk and before
/// its answer leaves, so that whoever reads afterwards sees it.
public record KpiChanged(String clientId) {}
