package org.gemba.erp.sync;

/// What one synchronisation is to do.
///
/// @param force fetches also numbers that did not change since they were fetched last
public record SyncOrder(int daysBack, int chunkDays, boolean force, String startedBy) {}
