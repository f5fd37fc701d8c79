package org.gemba.tracking;

import java.time.Instant;
import java.util.List;

/// One page of orders, the newest first.
///
/// @param total how many there are on all pages
/// @param asOf when the ERP said so
/// @param cacheHit false only when the ERP was asked for this very page
public record OrderPage(List<TrackedOrder> orders, int total, int page, int pageSize, Instant asOf, boolean cacheHit) {}
