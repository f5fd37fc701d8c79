package org.gemba.inventory.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.grid.GridColumn;
import org.gemba.inventory.Category;
import org.gemba.inventory.Part;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The columns of a list of parts.
final class PartColumns {
    private static final Status LOW =
            new Status("low", "inventory.state.low", Tone.SHORT, MaterialDesignA.ALERT_OUTLINE, 1);
    private static final Status EMPTY =
            new Status("empty", "inventory.state.empty", Tone.LATE, MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 0);

    private PartColumns() {}

    static List<GridColumn<Part>> all() {
        return List.of(
                GridColumn.<Part>status("state", "inventory.column.state", PartColumns::state)
                        .width(7),
                GridColumn.<Part>text("name", "inventory.column.name", Part::name)
                        .width(17),
                GridColumn.<Part>text("number", "inventory.column.number", Part::number)
                        .width(9),
                GridColumn.<Part>number("quantity", "inventory.column.quantity", Part::quantity),
                GridColumn.<Part>text("unit", "inventory.column.unit", Part::unit)
                        .width(4),
                GridColumn.<Part>number("least", "inventory.column.least", Part::minQuantity),
                GridColumn.<Part>text("location", "inventory.column.location", PartColumns::location)
                        .width(10),
                GridColumn.<Part>text("category", "inventory.column.category", PartColumns::categories)
                        .width(10),
                GridColumn.<Part>text("supplier", "inventory.column.supplier", Part::supplier)
                        .width(11),
                GridColumn.<Part>text("description", "inventory.column.description", Part::description)
                        .width(20),
                GridColumn.<Part>instant("changed", "inventory.column.changed", Part::changedAt)
                        .hiddenAtFirst());
    }

    /// Empty and low parts say so; the others say nothing.
    static @Nullable Status state(Part part) {
        if (part.quantity() != null && part.quantity().signum() <= 0 && part.minQuantity() != null) return EMPTY;
        return part.isLow() ? LOW : null;
    }

    private static @Nullable String location(Part part) {
        return part.location() == null ? null : part.location().name();
    }

    static String categories(Part part) {
        return part.categories().stream().map(Category::name).collect(Collectors.joining(", "));
    }
}
