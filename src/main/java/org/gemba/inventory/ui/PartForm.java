package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.inventory.Location;
import org.gemba.inventory.NewPart;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartChange;
import org.gemba.inventory.Patch;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A new part, or what shall be the same for several: there an empty field leaves everything as it is.
final class PartForm {
    private final PartsViewModel model;
    private final List<Part> parts;
    private final Runnable close;
    private final Form form;
    private final @Nullable TextField name;
    private final @Nullable TextField number;
    private final @Nullable TextField quantity;
    private final TextField least;
    private final TextField supplier;
    private final TextField categories;
    private final ComboBox<Location> location = new ComboBox<>();
    private final @Nullable TextField description;
    private final VBox box;

    static PartForm forNew(Desk desk, PartsViewModel model, Runnable close) {
        return new PartForm(desk, model, List.of(), close);
    }

    static PartForm forSeveral(Desk desk, PartsViewModel model, List<Part> parts, Runnable close) {
        return new PartForm(desk, model, parts, close);
    }

    private PartForm(Desk desk, PartsViewModel model, List<Part> parts, Runnable close) {
        this.model = model;
        this.parts = parts;
        this.close = close;
        boolean isNew = parts.isEmpty();
        this.form = new Form(desk.language());
        this.name = isNew ? form.text("part_name", "inventory.column.name", FieldCheck.required()) : null;
        this.number = isNew ? form.text("part_number", "inventory.column.number", FieldCheck.NONE) : null;
        this.description = isNew ? form.text("description", "inventory.column.description", FieldCheck.NONE) : null;
        this.quantity = isNew ? form.text("quantity", "inventory.column.quantity", number()) : null;
        this.least = form.text("min_quantity", "inventory.column.least", number());
        this.supplier = form.text("supplier", "inventory.column.supplier", FieldCheck.NONE);
        this.categories = form.text("category_names", "inventory.form.categories", FieldCheck.NONE);
        form.control("location_id", "inventory.column.location", location);
        location.setConverter(new LocationText());
        location.getItems().setAll(model.loadedProperty().get().locations());
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setText(
                isNew
                        ? desk.language().now("inventory.parts.new")
                        : desk.language().now("inventory.form.several", parts.size()));
        var controls = new ActionControls(desk.language());
        var save = controls.mainButton(
                Action.of("inventory.form.save", "inventory.form.save", MaterialDesignC.CHECK, this::save));
        save.setDefaultButton(true);
        var cancel = controls.button(
                Action.of("inventory.form.cancel", "inventory.form.cancel", MaterialDesignC.CLOSE, close));
        cancel.setCancelButton(true);
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("button-row");
        box = new VBox(title, form.node(), buttons);
        box.getStyleClass().add("side-form");
    }

    Node node() {
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        return scroll;
    }

    void focus() {
        (name == null ? least : name).requestFocus();
    }

    private static FieldCheck number() {
        return text -> text.isBlank() || text.strip().matches("[0-9]{1,12}([.][0-9]{1,6})?")
                ? Optional.empty()
                : Optional.of(new Rule.WrongType("number"));
    }

    private void save() {
        if (!form.isGood()) return;
        if (parts.isEmpty()) model.add(wanted(), close, this::refused);
        else model.changeAll(parts, change(), close, this::refused);
    }

    private void refused(AppError error) {
        form.show(error);
    }

    private NewPart wanted() {
        return new NewPart(
                text(name) == null ? "" : String.valueOf(text(name)),
                text(number),
                text(description),
                decimal(quantity),
                decimal(least),
                null,
                text(supplier),
                null,
                locationId(),
                null,
                Map.of(),
                names());
    }

    private PartChange change() {
        var none = PartChange.none();
        return new PartChange(
                none.name(),
                none.number(),
                none.description(),
                none.quantity(),
                given(decimal(least)),
                none.unit(),
                given(text(supplier)),
                none.supplierUrl(),
                given(locationId()),
                none.imageUrl(),
                none.properties(),
                names().isEmpty() ? Patch.keep() : Patch.to(names()),
                null);
    }

    private static <T> Patch<T> given(@Nullable T value) {
        return value == null ? Patch.keep() : Patch.to(value);
    }

    private @Nullable UUID locationId() {
        var chosen = location.getValue();
        return chosen == null ? null : chosen.id();
    }

    private List<String> names() {
        return Arrays.stream(categories.getText().split("[,，;；]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable String text(@Nullable TextField field) {
        return field == null || field.getText().isBlank()
                ? null
                : field.getText().strip();
    }

    private static @Nullable BigDecimal decimal(@Nullable TextField field) {
        var text = text(field);
        return text == null ? null : new BigDecimal(text);
    }

    private static final class LocationText extends StringConverter<Location> {
        @Override
        public String toString(@Nullable Location location) {
            return location == null ? "" : location.name();
        }

        @Override
        public @Nullable Location fromString(String text) {
            return null;
        }
    }
}
