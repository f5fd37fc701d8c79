package org.gemba.inventory.ui.edge;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.Capability;
import org.gemba.inventory.Enrichment;
import org.gemba.inventory.PartQuery;
import org.gemba.inventory.PartSearch;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Who can be asked about parts, what shall be asked, and how far the asking is.
final class EnrichmentView implements Screen {
    private static final double GAP = 8;
    private static final int MOST = 100;
    private static final int LOOKED_AT = 5_000;
    private static final int QUEUE = 100;

    private final Desk desk;
    private final Enrichment enrichment;
    private final PartSearch search;
    private final Jobs jobs;
    private final ComboBox<String> supplier = new ComboBox<>();
    private final FlowPane suppliers = new FlowPane(GAP, GAP);
    private final FlowPane wanted = new FlowPane(2 * GAP, GAP);
    private final List<CheckBox> capabilities = new ArrayList<>();
    private final Grid<TaskRecord> queue;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Action start;
    private final VBox page;
    private Events.@Nullable Subscription heard;

    EnrichmentView(Desk desk, Enrichment enrichment, PartSearch search) {
        this.desk = desk;
        this.enrichment = enrichment;
        this.search = search;
        this.jobs = desk.background().jobs();
        start = Action.of("inventory.enrichment.start", "inventory.enrichment.start", MaterialDesignP.PLAY, this::start)
                .needs(Permission.PARTS_UPDATE)
                .enabledWhen(supplier.valueProperty().isNotNull());
        queue = new Grid<>(
                desk, GridSpec.of("inventory.enrichmentQueue", columns()).whenEmpty("inventory.enrichment.none", null));
        for (var capability : Capability.values()) {
            var box = new CheckBox();
            box.setId(capability.id());
            box.textProperty().bind(desk.language().text("inventory.capability." + capability.id()));
            box.setSelected(capability.ordinal() < 5);
            capabilities.add(box);
        }
        wanted.getChildren().setAll(capabilities);
        supplier.setId("enrichment-supplier");
        supplier.valueProperty().addListener((property, old, now) -> offered(now));
        var label = new Label();
        label.textProperty().bind(desk.language().text("inventory.supplier"));
        label.setLabelFor(supplier);
        var row = new HBox(GAP, label, supplier, new ActionControls(desk).mainButton(start), said());
        row.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(queue.node(), Priority.ALWAYS);
        page = new VBox(
                GAP,
                text("inventory.enrichment.title", "screen-title"),
                suppliers,
                text("inventory.enrichment.what", "section-title"),
                wanted,
                row,
                text("inventory.enrichment.queue", "section-title"),
                queue.node());
        page.getStyleClass().add("screen");
    }

    private Label said() {
        var label = new Label();
        label.setId("enrichment-problem");
        label.setWrapText(true);
        label.getStyleClass().add("quiet");
        label.textProperty().bind(problem);
        return label;
    }

    private Label text(String key, String style) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key));
        label.getStyleClass().add(style);
        return label;
    }

    private Node card(Enrichment.SupplierState state) {
        var name = new Label(state.name());
        name.getStyleClass().add("section-title");
        var words = new Label();
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.textProperty()
                .bind(
                        state.missing().isEmpty()
                                ? desk.language()
                                        .text(
                                                "inventory.enrichment.ready",
                                                state.capabilities().size())
                                : desk.language().text("inventory.enrichment.missing", state.missing()));
        var card = new VBox(name, words);
        card.getStyleClass().add("framed");
        card.setPrefWidth(300);
        return card;
    }

    private void offered(@Nullable String name) {
        enrichment.suppliers().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .ifPresent(state -> {
                    for (int index = 0; index < capabilities.size(); index++) {
                        boolean has = state.capabilities().contains(Capability.values()[index]);
                        capabilities.get(index).setDisable(!has);
                    }
                });
    }

    /// The parts of the supplier that nobody asked about yet.
    private void start() {
        var name = supplier.getValue();
        var ids = capabilities.stream()
                .filter(box -> box.isSelected() && !box.isDisabled())
                .map(Node::getId)
                .toList();
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    var query = new PartQuery(null, null, null, List.of(), null, name, null, false, 1, LOOKED_AT);
                    var open = search.search(caller, query).parts().stream()
                            .filter(part -> !part.properties().containsKey("last_enrichment"))
                            .limit(MOST)
                            .map(part -> part.id())
                            .toList();
                    if (open.isEmpty()) return 0;
                    enrichment.submit(caller, new Enrichment.Order(open, name, ids, false, ""));
                    return open.size();
                })
                .onSuccess(count -> {
                    problem.set(desk.language()
                            .now(count == 0 ? "inventory.enrichment.nothing" : "inventory.enrichment.begun", count));
                    load();
                })
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private void load() {
        jobs.runLatest("queue", progress -> enrichment.queue(desk.caller().get(), QUEUE))
                .onSuccess(queue::rows)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private static List<GridColumn<TaskRecord>> columns() {
        return List.of(
                GridColumn.instant("created_at", "inventory.import.when", TaskRecord::createdAt),
                GridColumn.<TaskRecord>status("state", "inventory.import.state", TaskStates::of)
                        .width(11),
                GridColumn.number("progress", "inventory.enrichment.progress", TaskRecord::progress),
                GridColumn.number("attempt", "inventory.labels.attempt", TaskRecord::attempt),
                GridColumn.<TaskRecord>text("note", "inventory.import.note", TaskStates::words)
                        .width(40),
                GridColumn.text("created_by", "inventory.import.who", TaskRecord::createdBy));
    }

    @Override
    public String id() {
        return EdgeScreens.ENRICHMENT;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.enrichment.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.STORE_SEARCH_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(start);
    }

    @Override
    public void onShow() {
        heard = desk.events().on(TaskChanged.class, change -> {
            if (change.task().kind().equals(Enrichment.KIND)) desk.background().onUi(this::load);
        });
        var states = enrichment.suppliers();
        suppliers.getChildren().setAll(states.stream().map(this::card).toList());
        var before = supplier.getValue();
        supplier.getItems()
                .setAll(states.stream().map(Enrichment.SupplierState::name).toList());
        supplier.setValue(before == null ? states.getFirst().name() : before);
        queue.onShow();
        load();
    }

    @Override
    public void onHide() {
        if (heard != null) heard.close();
        heard = null;
        queue.onHide();
        jobs.cancelAll();
    }
}
