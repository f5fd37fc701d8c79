package org.gemba.erp;

/// Announced on `platform.events.Events` when the ERP comes to be reachable, or ceases to be, or says something else
/// than before.
public record ErpStateChanged(ErpState state) {}
