package org.gemba.kpi.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Shown;
import org.gemba.kpi.Client;
import org.gemba.platform.error.FieldError;
import org.jspecify.annotations.Nullable;

/// The domain's words in the user's language, and the choices made of them.
final class Words {
    private Words() {}

    /// A value of one of the domain's lists, for example `kpi.shift.SHIFT_1ST`.
    static String of(Language language, String list, @Nullable Enum<?> value) {
        return value == null ? "" : language.now("kpi." + list + "." + value.name());
    }

    /// Each fault with the title of its column before it.
    static String of(Language language, List<FieldError> faults) {
        return faults.stream()
                .map(fault ->
                        language.now("kpi.field." + fault.field()) + ": " + FieldCheck.sentence(language, fault.rule()))
                .collect(Collectors.joining("; "));
    }

    static <E extends Enum<E>> ComboBox<E> choice(Language language, String list, E[] values) {
        var box = new ComboBox<E>();
        box.getItems().setAll(values);
        box.setConverter(Shown.as(value -> Words.of(language, list, value)));
        language.localeProperty().addListener((property, old, now) -> {
            var chosen = box.getValue();
            box.getItems().setAll(values);
            box.setValue(chosen);
        });
        return box;
    }

    /// Hidden for whoever has one client only.
    static ComboBox<Client> choice(Desk desk, Clients clients) {
        var box = new ComboBox<>(clients.all());
        box.setId("kpi-client");
        box.accessibleTextProperty().bind(desk.language().text("kpi.client"));
        box.valueProperty().bindBidirectional(clients.chosenProperty());
        box.visibleProperty()
                .bind(javafx.beans.binding.Bindings.size(clients.all()).greaterThan(1));
        box.managedProperty().bind(box.visibleProperty());
        box.setConverter(Shown.as(Client::clientId));
        return box;
    }
}
