package org.gemba.fx.touch;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Numbers by finger: ten digits, a decimal point where the quantity has one, take back, done. The digits of a keyboard
/// or a scanner's number block work as well.
public final class Keypad extends VBox {
    private static final String[] DIGITS = {"7", "8", "9", "4", "5", "6", "1", "2", "3"};
    private static final int LONGEST = 12;

    private final int decimals;
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final Consumer<BigDecimal> done;

    /// @param decimals how many places behind the point; 0 for whole numbers
    /// @param done is given the number when it is confirmed; an empty entry confirms nothing
    public Keypad(Language language, int decimals, Consumer<BigDecimal> done) {
        this.decimals = decimals;
        this.done = done;
        getStyleClass().add("keypad");
        setFocusTraversable(true);
        var shown = new Label();
        shown.setId("keypad-shown");
        shown.getStyleClass().add("keypad-shown");
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.textProperty().bind(typed.map(text -> text.isEmpty() ? "0" : text));
        var keys = new GridPane();
        keys.getStyleClass().add("keypad-keys");
        for (int column = 0; column < 3; column++) {
            var third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            keys.getColumnConstraints().add(third);
        }
        for (int i = 0; i < DIGITS.length; i++) keys.add(key(DIGITS[i]), i % 3, i / 3);
        var point = key(".");
        point.setDisable(decimals == 0);
        var back = key("");
        back.setId("keypad-back");
        back.setGraphic(new FontIcon(MaterialDesignB.BACKSPACE_OUTLINE));
        back.accessibleTextProperty().bind(language.text("fx.keypad.back"));
        back.setOnAction(event -> takeBack());
        keys.addRow(3, point, key("0"), back);
        var confirm = new Button(null, new FontIcon(MaterialDesignC.CHECK));
        confirm.setId("keypad-done");
        confirm.textProperty().bind(language.text("fx.keypad.done"));
        confirm.getStyleClass().addAll("accent", "keypad-key");
        confirm.setMaxWidth(Double.MAX_VALUE);
        confirm.setFocusTraversable(false);
        confirm.disableProperty().bind(typed.isEmpty());
        confirm.setOnAction(event -> confirm());
        getChildren().addAll(shown, keys, confirm);
        addEventHandler(KeyEvent.KEY_TYPED, event -> enter(event.getCharacter()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What was entered so far, as text.
    public ReadOnlyStringProperty typedProperty() {
        return typed.getReadOnlyProperty();
    }

    /// What was entered so far; empty for nothing.
    public Optional<BigDecimal> number() {
        var text = typed.get();
        return text.isEmpty() || text.equals(".") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    public void clear() {
        typed.set("");
    }

    private Button key(String sign) {
        var key = new Button(sign);
        if (!sign.isEmpty()) key.setId("keypad-" + (sign.equals(".") ? "point" : sign));
        key.getStyleClass().add("keypad-key");
        key.setMaxWidth(Double.MAX_VALUE);
        key.setFocusTraversable(false);
        key.setOnAction(event -> enter(sign));
        return key;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> confirm();
            case BACK_SPACE -> takeBack();
            case ESCAPE -> clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter(String sign) {
        var text = typed.get();
        if (text.length() >= LONGEST || !sign.matches("[0-9.]")) return;
        int point = text.indexOf('.');
        if (sign.equals(".") && (decimals == 0 || point >= 0)) return;
        if (point >= 0 && text.length() - point > decimals) return;
        typed.set(text.equals("0") && !sign.equals(".") ? sign : text + sign);
    }

    private void takeBack() {
        var text = typed.get();
        if (!text.isEmpty()) typed.set(text.substring(0, text.length() - 1));
    }

    private void confirm() {
        number().ifPresent(done);
    }
}
