package org.gemba.erp;

/// What a synchronisation is to do; the payload of its task.
///
/// @param daysBack 1 to 365
/// @param chunkDays 1 to 30
/// @param force also fetches every open sales order's MTO, and writes what did not change
/// @param trigger `manual` or `scheduled`
public record SyncOrder(int daysBack, int chunkDays, boolean force, String trigger, String createdBy) {}
