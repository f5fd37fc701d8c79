package org.gemba.mto.ui;

import java.math.BigDecimal;
import java.util.List;
import org.gemba.fx.Desk;
import org.gemba.fx.Tone;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.mto.Quantity;
import org.gemba.mto.ui.OrderViewModel.Line;
import org.jspecify.annotations.Nullable;

/// The materials of an order. A quantity that no document speaks of stays empty; a zero is a zero.
final class OrderGrid {
    private OrderGrid() {}

    static Grid<Line> of(Desk desk) {
        return new Grid<>(
                desk, GridSpec.of("mto.order", columns(desk)).freezing(2).whenEmpty("mto.order.empty", null));
    }

    private static List<GridColumn<Line>> columns(Desk desk) {
        return List.of(
                GridColumn.<Line>status("state", "mto.column.state", Line::state)
                        .width(9.5),
                GridColumn.<Line>text(
                                "code", "mto.column.code", line -> line.of().materialCode())
                        .width(7.5),
                GridColumn.<Line>text(
                                "name", "mto.column.name", line -> line.of().materialName())
                        .width(11),
                GridColumn.<Line>text(
                                "specification",
                                "mto.column.specification",
                                line -> line.of().specification())
                        .width(11)
                        .hiddenAtFirst(),
                GridColumn.<Line>text(
                                "variant",
                                "mto.column.variant",
                                line -> line.of().auxText())
                        .width(7),
                GridColumn.<Line>text(
                                "type",
                                "mto.column.type",
                                line -> desk.language()
                                        .now("mto.route."
                                                + line.of()
                                                        .type()
                                                        .route()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)))
                        .width(7),
                GridColumn.<Line>share(
                                "rate",
                                "mto.column.rate",
                                line -> line.of().fulfilment().rate())
                        .width(8.5),
                number("demand", line -> line.of().fulfilment().demand()).withTotal(),
                number("fulfilled", line -> line.of().fulfilment().fulfilled()).withTotal(),
                quantity("picked", line -> line.of().picked()),
                number("over", OrderGrid::over).alarming(Tone.OVER),
                quantity("ordered", line -> line.of().salesOrdered()).hiddenAtFirst(),
                quantity("produce", line -> line.of().toProduce()).hiddenAtFirst(),
                quantity("produced", line -> line.of().produced()).hiddenAtFirst(),
                quantity("purchased", line -> line.of().purchaseOrdered()).hiddenAtFirst(),
                quantity("received", line -> line.of().purchaseReceived()).hiddenAtFirst(),
                quantity("subcontracted", line -> line.of().subcontractOrdered())
                        .hiddenAtFirst(),
                quantity("returned", line -> line.of().subcontractReceived()).hiddenAtFirst(),
                GridColumn.<Line>text(
                                "group", "mto.column.group", line -> line.of().materialGroup())
                        .hiddenAtFirst());
    }

    private static @Nullable BigDecimal over(Line line) {
        return line.of().fulfilment().isOverPicked() ? line.of().fulfilment().overPicked() : null;
    }

    private static GridColumn<Line> number(String id, java.util.function.Function<Line, @Nullable BigDecimal> value) {
        return GridColumn.<Line>number(id, "mto.column." + id, value).width(5.9);
    }

    private static GridColumn<Line> quantity(String id, java.util.function.Function<Line, Quantity> value) {
        return number(id, line -> {
            var quantity = value.apply(line);
            return quantity.isKnown() ? quantity.value() : null;
        });
    }
}
