package org.gemba.kpi.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.action.Action;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.OrderProgress;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// Work orders as cards: in work, standing still, done lately.
final class BoardScreen implements Screen {
    private static final int DAYS = 30;
    private static final int MOST = 500;
    private static final List<WorkOrderStatus> LANES =
            List.of(WorkOrderStatus.ACTIVE, WorkOrderStatus.ON_HOLD, WorkOrderStatus.COMPLETED);

    private final Desk desk;
    private final KpiDoor kpi;
    private final Jobs jobs;
    private final Clients clients;
    private final Map<WorkOrderStatus, ListView<OrderProgress>> lanes = new java.util.EnumMap<>(WorkOrderStatus.class);
    private final Map<WorkOrderStatus, Label> counts = new java.util.EnumMap<>(WorkOrderStatus.class);
    private final VBox page = new VBox();
    private final Action refresh;

    BoardScreen(Desk desk, KpiDoor kpi) {
        this.desk = desk;
        this.kpi = kpi;
        this.jobs = desk.background().jobs();
        this.clients = new Clients(desk, kpi.clients(), jobs);
        this.refresh = Action.of("kpi.boardRefresh", "kpi.refresh", MaterialDesignR.REFRESH, this::load)
                .shortcut("F5");
        clients.chosenProperty().addListener((property, old, now) -> {
            if (old != null && now != null) load();
        });
        build();
    }

    private void build() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        var head = new HBox(title, Words.choice(desk, clients));
        head.getStyleClass().add("toolbar-row");
        var row = new HBox();
        row.getStyleClass().add("beside");
        for (var status : LANES) row.getChildren().add(lane(status));
        VBox.setVgrow(row, Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(head, row);
    }

    private Node lane(WorkOrderStatus status) {
        var list = new ListView<OrderProgress>();
        list.getStyleClass().add("tall-lines");
        list.setId("lane-" + status.name().toLowerCase(java.util.Locale.ROOT));
        list.getStyleClass().add("card-list");
        list.setStyle("-fx-fixed-cell-size: 8.2em;");
        list.setCellFactory(view -> new Card());
        var empty = new Label();
        empty.textProperty().bind(desk.language().text("kpi.board.empty"));
        empty.getStyleClass().add("quiet");
        list.setPlaceholder(empty);
        lanes.put(status, list);
        var count = new Label();
        count.getStyleClass().add("quiet");
        counts.put(status, count);
        var name = new StatusLabel(desk.language());
        name.show(OrdersScreen.status(status));
        var head = new HBox(name, count);
        head.getStyleClass().add("toolbar-row");
        VBox.setVgrow(list, Priority.ALWAYS);
        var lane = new VBox(head, list);
        lane.getStyleClass().add("form-row");
        HBox.setHgrow(lane, Priority.ALWAYS);
        lane.setPrefWidth(300);
        return lane;
    }

    private void load() {
        var client = clients.chosenProperty().get();
        if (client == null) return;
        var caller = desk.caller().get();
        var today = LocalDate.ofInstant(desk.clock().instant(), desk.zone());
        jobs.runLatest(
                        "board",
                        progress -> kpi.workOrders()
                                .progress(caller, client.clientId(), today.minusDays(DAYS), today.plusDays(DAYS), MOST))
                .onSuccess(this::show)
                .onError(
                        AppError.class,
                        error -> desk.notices()
                                .add(
                                        org.gemba.fx.notify.Notice.Severity.WARNING,
                                        desk.language().sentence(error),
                                        null))
                .start();
    }

    private void show(List<OrderProgress> orders) {
        for (var status : LANES) {
            var of = orders.stream()
                    .filter(order -> order.order().status() == status)
                    .sorted(java.util.Comparator.comparing(BoardScreen::due))
                    .toList();
            java.util.Objects.requireNonNull(lanes.get(status)).getItems().setAll(of);
            java.util.Objects.requireNonNull(counts.get(status)).setText(Integer.toString(of.size()));
        }
    }

    private static LocalDate due(OrderProgress order) {
        var ship = order.order().plannedShipDate();
        return ship == null ? LocalDate.MAX : ship;
    }

    /// An order on the board.
    private final class Card extends ListCell<OrderProgress> {
        @Override
        protected void updateItem(@Nullable OrderProgress order, boolean empty) {
            super.updateItem(order, empty);
            setGraphic(empty || order == null ? null : card(order));
            setText(null);
        }

        private Node card(OrderProgress progress) {
            var order = progress.order();
            var number = new Label(order.workOrderId());
            number.getStyleClass().add("card-title");
            var bar = new ProgressBar(Math.min(1, progress.share().doubleValue()));
            bar.setMaxWidth(Double.MAX_VALUE);
            var ship = order.plannedShipDate();
            var due = ship == null
                    ? desk.language().now("kpi.board.nodate")
                    : desk.language().now("kpi.board.due", desk.formats().day(ship));
            var figures = new Label(
                    desk.language().now("kpi.board.made", progress.produced(), order.plannedQuantity()) + " · " + due);
            figures.getStyleClass().add("quiet");
            var card = new VBox(number, new Label(order.styleModel()), bar, figures);
            if (progress.holdReason() != null) {
                var why = new Label(Words.of(desk.language(), "hold", progress.holdReason()));
                why.getStyleClass().add("tone-stopped");
                card.getChildren().add(why);
            }
            card.getStyleClass().add("card");
            return card;
        }
    }

    @Override
    public String id() {
        return KpiScreens.BOARD;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.board.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VIEW_COLUMN_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return new ArrayList<>(List.of(refresh));
    }

    @Override
    public void onShow() {
        clients.load(this::load);
        java.util.Objects.requireNonNull(lanes.get(WorkOrderStatus.ACTIVE)).requestFocus();
    }

    @Override
    public void onHide() {
        jobs.cancelAll();
    }
}
