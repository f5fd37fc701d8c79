package org.gemba.kpi;

/// The services of the written half, as the screens take them.
public record KpiDoor(
        ClientService clients,
        WorkOrderService workOrders,
        EntryService entries,
        ShopFloorService shopFloor,
        StandardsService standards,
        BatchService batches) {}
