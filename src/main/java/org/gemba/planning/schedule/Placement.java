package org.gemba.planning.schedule;

/// Where a job stands, in clock minutes. Closed hours in between interrupt it.
///
/// @param setupStart where the set-up begins; equals `start` when there is none
/// @param late by how many clock minutes the due time is missed
public record Placement(int job, int line, int setupStart, int setupMinutes, int start, int end, int late) {}
