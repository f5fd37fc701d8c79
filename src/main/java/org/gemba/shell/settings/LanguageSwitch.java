package org.gemba.shell.settings;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.gemba.fx.Language;
import org.gemba.platform.i18n.Texts;

/// Two buttons that name each language in itself, as somebody who reads only one of them must find it.
public final class LanguageSwitch {
    private final HBox row = new HBox();

    public LanguageSwitch(Language language) {
        row.getStyleClass().add("choice-row");
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var group = new ToggleGroup();
        row.getChildren()
                .addAll(
                        button(language, group, "English", Texts.ENGLISH),
                        button(language, group, "简体中文", Texts.CHINESE));
    }

    public Node node() {
        return row;
    }

    private static ToggleButton button(Language language, ToggleGroup group, String words, Locale locale) {
        var button = new ToggleButton(words);
        button.setId("language-" + locale.getLanguage());
        button.setToggleGroup(group);
        button.setSelected(language.locale().equals(locale));
        button.setOnAction(event -> {
            language.use(locale);
            button.setSelected(true);
        });
        language.localeProperty().addListener((property, old, now) -> button.setSelected(now.equals(locale)));
        return button;
    }
}
