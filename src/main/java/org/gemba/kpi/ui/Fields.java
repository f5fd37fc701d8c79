package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import org.gemba.fx.form.FieldCheck;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into the fields of a form that was found good.
final class Fields {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}([.][0-9]{1,8})?");

    private Fields() {}

    static FieldCheck number() {
        return FieldCheck.pattern(NUMBER, "8.5");
    }

    static FieldCheck count() {
        return FieldCheck.wholeNumber(0, 1_000_000_000);
    }

    static @Nullable String text(TextField field) {
        var typed = field.getText() == null ? "" : field.getText().strip();
        return typed.isEmpty() ? null : typed;
    }

    static String required(TextField field) {
        var typed = text(field);
        return typed == null ? "" : typed;
    }

    static long whole(TextField field) {
        var typed = text(field);
        return typed == null ? 0 : Long.parseLong(typed);
    }

    static BigDecimal number(TextField field) {
        var typed = text(field);
        return typed == null ? BigDecimal.ZERO : new BigDecimal(typed);
    }

    static @Nullable BigDecimal numberOrNull(TextField field) {
        var typed = text(field);
        return typed == null ? null : new BigDecimal(typed);
    }
}
