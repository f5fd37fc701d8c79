package org.gemba.inventory.ui;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.chart.ChartCard;
import org.gemba.fx.chart.ChartData;
import org.gemba.fx.chart.Layer;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.inventory.Datasheet;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Movement;
import org.gemba.inventory.OrderService.PartOrder;
import org.gemba.inventory.Part;
import org.gemba.inventory.StockChanged;
import org.gemba.inventory.StockLine;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// One part: figures and picture on top, below them stock by location, the ledger with its curve, orders with prices,
/// data sheets and properties.
final class PartView implements Screen {
    private static final int IMAGE_SIDE = 96;
    private static final int CHART_WIDTH = 560;

    private record Property(String name, String text) {}

    private final Desk desk;
    private final PartViewModel model;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final Label facts = new Label();
    private final StatusLabel state;
    private final ImageView picture = new ImageView();
    private final Grid<StockLine> stock;
    private final Grid<Movement> ledger;
    private final Grid<PartOrder> orders;
    private final Grid<Datasheet> datasheets;
    private final Grid<Property> properties;
    private final ChartCard balance;
    private final ChartCard prices;
    private final TextField counted = new TextField();
    private final Action count;
    private final Action reverse;
    private final VBox page;
    private final List<Events.Subscription> subscriptions = new ArrayList<>();

    PartView(Desk desk, InventoryFeature inventory, String part) {
        this.desk = desk;
        this.model = new PartViewModel(desk, inventory, part);
        this.state = new StatusLabel(desk.language());
        var language = desk.language();
        stock = new Grid<>(
                desk, GridSpec.of("inventory.part-stock", stockColumns()).whenEmpty("inventory.part.stock.none", null));
        ledger = new Grid<>(
                desk,
                GridSpec.of("inventory.part-ledger", ledgerColumns()).whenEmpty("inventory.part.ledger.none", null));
        orders = new Grid<>(
                desk,
                GridSpec.of("inventory.part-orders", orderColumns()).whenEmpty("inventory.part.orders.none", null));
        datasheets = new Grid<>(
                desk,
                GridSpec.of("inventory.part-sheets", sheetColumns()).whenEmpty("inventory.part.sheets.none", null));
        properties = new Grid<>(
                desk,
                GridSpec.of("inventory.part-properties", propertyColumns())
                        .whenEmpty("inventory.part.properties.none", null));
        balance = new ChartCard(desk, language.text("inventory.part.balance"), "inventory.part.ledger.none");
        prices = new ChartCard(desk, language.text("inventory.part.prices"), "inventory.part.orders.none");
        count = Action.of("inventory.part.count", "inventory.part.count", MaterialDesignC.COUNTER, this::count)
                .needs(Permission.PARTS_UPDATE);
        reverse = Action.of("inventory.part.reverse", "inventory.part.reverse", MaterialDesignU.UNDO, this::reverse)
                .needs(Permission.PARTS_UPDATE)
                .enabledWhen(Bindings.isNotNull(ledger.selectedProperty()));
        counted.setId("counted");
        counted.setPrefColumnCount(6);
        counted.promptTextProperty().bind(language.text("inventory.part.counted"));
        counted.setOnAction(event -> count());
        picture.setFitWidth(IMAGE_SIDE);
        picture.setFitHeight(IMAGE_SIDE);
        picture.setPreserveRatio(true);
        picture.visibleProperty().bind(picture.imageProperty().isNotNull());
        picture.managedProperty().bind(picture.visibleProperty());
        facts.setWrapText(true);
        facts.setId("part-facts");
        var controls = new ActionControls(language);
        var words = new VBox(state, facts);
        page = new VBox(
                Page.top(name.getReadOnlyProperty(), words, picture, counted, controls.button(count)),
                Page.problem(model.problemProperty()),
                tabs(controls));
        page.getStyleClass().add("screen");
        model.loadedProperty().addListener((property, old, now) -> show(now));
        language.localeProperty()
                .addListener((property, old, now) -> show(model.loadedProperty().get()));
    }

    private Node tabs(ActionControls controls) {
        var bookings = new VBox(ledger.node(), controls.button(reverse));
        VBox.setVgrow(ledger.node(), Priority.ALWAYS);
        var tabs = new TabPane(
                tab("inventory.part.tab.stock", beside(stock.node(), balance)),
                tab("inventory.part.tab.ledger", bookings),
                tab("inventory.part.tab.orders", beside(orders.node(), prices)),
                tab("inventory.part.tab.sheets", datasheets.node()),
                tab("inventory.part.tab.properties", properties.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return tabs;
    }

    private static Node beside(Node left, javafx.scene.layout.Region right) {
        right.setPrefWidth(CHART_WIDTH);
        HBox.setHgrow(left, Priority.ALWAYS);
        var row = new HBox(left, right);
        row.getStyleClass().add("beside");
        return row;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(desk.language().text(key));
        tab.setContent(content);
        return tab;
    }

    @Override
    public String id() {
        return InventoryScreens.PART;
    }

    @Override
    public ObservableValue<String> title() {
        return name.getReadOnlyProperty();
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PACKAGE_VARIANT;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                count,
                reverse,
                Action.of("inventory.part-refresh", "inventory.parts.refresh", MaterialDesignR.REFRESH, model::load)
                        .shortcut("F5"));
    }

    @Override
    public void onShow() {
        subscriptions.add(desk.events().on(StockChanged.class, event -> {
            if (model.isThis(event.partId())) desk.background().onUi(model::load);
        }));
        model.load();
        for (var grid : List.of(stock, ledger, orders, datasheets, properties)) grid.onShow();
        counted.requestFocus();
    }

    @Override
    public void onHide() {
        subscriptions.forEach(Events.Subscription::close);
        subscriptions.clear();
        model.onHide();
        for (var grid : List.of(stock, ledger, orders, datasheets, properties)) grid.onHide();
    }

    private void count() {
        var text = counted.getText().strip();
        if (!text.matches("[0-9]{1,12}([.][0-9]{1,6})?")) {
            counted.requestFocus();
            return;
        }
        counted.clear();
        model.count(new BigDecimal(text));
    }

    private void reverse() {
        var chosen = ledger.selectedProperty().get();
        if (chosen != null) model.reverse(chosen);
    }

    private void show(PartViewModel.@Nullable Loaded now) {
        if (now == null) return;
        var part = now.part();
        name.set(part.name());
        facts.setText(facts(part));
        var shown = PartColumns.state(part);
        if (shown == null) state.setVisible(false);
        else state.show(shown);
        picture.setImage(now.image()
                .map(content -> new Image(new ByteArrayInputStream(content.bytes())))
                .orElse(null));
        stock.rows(now.stock());
        ledger.rows(now.ledger());
        orders.rows(now.orders());
        datasheets.rows(now.datasheets());
        properties.rows(part.properties().entrySet().stream()
                .map(entry -> new Property(entry.getKey(), String.valueOf(entry.getValue())))
                .toList());
        balance.show(balance(now));
        prices.show(prices(now));
    }

    private String facts(Part part) {
        var formats = desk.formats();
        var words = new ArrayList<String>();
        if (part.number() != null) words.add(part.number());
        words.add(desk.language()
                .now(
                        "inventory.part.there",
                        formats.number(part.quantity()),
                        part.unit() == null ? "" : part.unit(),
                        part.minQuantity() == null ? "–" : formats.number(part.minQuantity())));
        if (part.locationId() != null) words.add(model.place(part.locationId()));
        if (part.supplier() != null) words.add(part.supplier());
        if (!part.categories().isEmpty()) words.add(PartColumns.categories(part));
        if (part.description() != null) words.add(part.description());
        return String.join("  ·  ", words);
    }

    private ChartData balance(PartViewModel.Loaded now) {
        var labels = new ArrayList<String>();
        var totals = new ArrayList<@Nullable BigDecimal>();
        for (var movement : now.ledger().reversed()) {
            labels.add(desk.formats().day(movement.at().atZone(desk.zone()).toLocalDate()));
            totals.add(movement.total());
        }
        var line = new Layer.Line(desk.language().now("inventory.column.quantity"), totals, false, Layer.Axis.LEFT);
        var data = ChartData.of(labels, line)
                .withUnit(now.part().unit() == null ? "" : now.part().unit());
        var least = now.part().minQuantity();
        if (least == null) return data;
        return data.withLimit(
                new ChartData.Limit(desk.language().now("inventory.column.least"), least, org.gemba.fx.Tone.SHORT));
    }

    private ChartData prices(PartViewModel.Loaded now) {
        var labels = new ArrayList<String>();
        var figures = new ArrayList<@Nullable BigDecimal>();
        for (var line : now.orders().reversed()) {
            var price = line.item().unitPrice();
            if (price == null) continue;
            labels.add(desk.formats().day(line.order().date()));
            figures.add(price);
        }
        return ChartData.of(
                labels, new Layer.Line(desk.language().now("inventory.column.price"), figures, false, Layer.Axis.LEFT));
    }

    private List<GridColumn<StockLine>> stockColumns() {
        return List.of(
                GridColumn.<StockLine>text(
                                "place",
                                "inventory.column.location",
                                line -> line.location() == null
                                        ? desk.language().now("inventory.nowhere")
                                        : model.place(line.location().id()))
                        .width(30),
                GridColumn.<StockLine>number("quantity", "inventory.column.quantity", StockLine::quantity)
                        .withTotal());
    }

    private List<GridColumn<Movement>> ledgerColumns() {
        return List.of(
                GridColumn.<Movement>instant("at", "inventory.column.at", Movement::at),
                GridColumn.<Movement>text("kind", "inventory.column.kind", this::kind)
                        .width(7),
                GridColumn.<Movement>number("delta", "inventory.column.delta", Movement::delta),
                GridColumn.<Movement>number("total", "inventory.column.total", Movement::total),
                GridColumn.<Movement>text("place", "inventory.column.location", move -> model.place(move.locationId()))
                        .width(16),
                GridColumn.<Movement>text("reason", "inventory.column.reason", Movement::reason)
                        .width(9),
                GridColumn.<Movement>text("note", "inventory.column.note", Movement::note)
                        .width(9),
                GridColumn.<Movement>text("who", "inventory.column.who", Movement::who)
                        .width(8));
    }

    private String kind(Movement movement) {
        return desk.language().now("inventory.kind." + movement.kind().name().toLowerCase(Locale.ROOT));
    }

    private List<GridColumn<PartOrder>> orderColumns() {
        return List.of(
                GridColumn.<PartOrder>day(
                        "day", "inventory.column.day", line -> line.order().date()),
                GridColumn.<PartOrder>text(
                        "number", "inventory.column.order", line -> line.order().number()),
                GridColumn.<PartOrder>text(
                        "supplier",
                        "inventory.column.supplier",
                        line -> line.order().supplier()),
                GridColumn.<PartOrder>status("state", "inventory.column.state", line -> OrdersView.state(line.order()))
                        .width(8),
                GridColumn.<PartOrder>number(
                        "ordered",
                        "inventory.column.ordered",
                        line -> line.item().quantityOrdered()),
                GridColumn.<PartOrder>number(
                        "received",
                        "inventory.column.received",
                        line -> line.item().quantityReceived()),
                GridColumn.<PartOrder>number(
                        "price", "inventory.column.price", line -> line.item().unitPrice()),
                GridColumn.<PartOrder>text(
                                "currency",
                                "inventory.column.currency",
                                line -> line.order().currency())
                        .width(5));
    }

    private static List<GridColumn<Datasheet>> sheetColumns() {
        return List.of(
                GridColumn.<Datasheet>text(
                                "title",
                                "inventory.column.name",
                                sheet -> sheet.title() == null ? sheet.fileName() : sheet.title())
                        .width(18),
                GridColumn.<Datasheet>text("supplier", "inventory.column.supplier", Datasheet::supplier),
                GridColumn.<Datasheet>number("size", "inventory.column.size", Datasheet::size),
                GridColumn.<Datasheet>text("source", "inventory.column.source", Datasheet::sourceUrl)
                        .width(24),
                GridColumn.<Datasheet>text("problem", "inventory.column.problem", Datasheet::downloadError)
                        .width(14));
    }

    private static List<GridColumn<Property>> propertyColumns() {
        return List.of(
                GridColumn.<Property>text("name", "inventory.column.property", Property::name)
                        .width(14),
                GridColumn.<Property>text("text", "inventory.column.text", Property::text)
                        .width(40));
    }
}
