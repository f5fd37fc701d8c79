package org.gemba.kpi.ui;

import java.util.List;
import javafx.scene.control.ComboBox;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.Client;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderStatus;

/// A field for the number of a work order: those in work are offered, any other may be typed.
final class OrderChoice {
    private static final int MOST = 200;

    private final Desk desk;
    private final KpiDoor kpi;
    private final Jobs jobs;
    private final ComboBox<String> box = new ComboBox<>();
    private String shownFor = "";

    OrderChoice(Desk desk, KpiDoor kpi, Jobs jobs) {
        this.desk = desk;
        this.kpi = kpi;
        this.jobs = jobs;
        box.setEditable(true);
    }

    ComboBox<String> box() {
        return box;
    }

    String number() {
        var typed = box.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    void show(Client client) {
        if (shownFor.equals(client.clientId())) return;
        shownFor = client.clientId();
        var caller = desk.caller().get();
        jobs.runLatest(
                        "orders",
                        progress -> kpi.workOrders()
                                .list(caller, client.clientId(), WorkOrderStatus.ACTIVE, null, null, MOST, 0)
                                .orders())
                .onSuccess(this::offer)
                .start();
    }

    private void offer(List<WorkOrder> orders) {
        var typed = box.getEditor().getText();
        box.getItems().setAll(orders.stream().map(WorkOrder::workOrderId).toList());
        box.getEditor().setText(typed);
    }
}
