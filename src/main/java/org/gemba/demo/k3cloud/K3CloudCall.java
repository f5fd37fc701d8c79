package org.gemba.demo.k3cloud;

import java.time.Instant;

/// One call that the simulator received, for tests.
///
/// @param service the last words of the path, for example `ExecuteBillQuery`
/// @param form the form id; `LOGIN` for log-ins
/// @param rows how many rows were answered; 0 for an error
public record K3CloudCall(
        Instant at, String service, String form, String filter, String order, int startRow, int limit, int rows) {}
