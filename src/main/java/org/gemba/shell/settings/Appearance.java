package org.gemba.shell.settings;

import java.util.Locale;
import javafx.beans.value.ChangeListener;
import org.gemba.fx.Language;
import org.gemba.fx.UserMemory;
import org.gemba.fx.theme.Density;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.i18n.Texts;

/// Language, theme, density and font scale of whoever is logged in: shown at once, kept for the next time.
public final class Appearance {
    private static final String LANGUAGE = "shell.language";
    private static final String DARK = "shell.dark";
    private static final String DENSITY = "shell.density";
    private static final String SCALE = "shell.scale";

    private final Theme theme;
    private final Language language;
    private UserMemory memory = UserMemory.transientMemory();
    private boolean taking;

    public Appearance(Theme theme, Language language) {
        this.theme = theme;
        this.language = language;
        ChangeListener<Object> keep = (property, old, now) -> keep();
        language.localeProperty().addListener(keep);
        theme.darkProperty().addListener(keep);
        theme.densityProperty().addListener(keep);
        theme.fontScaleProperty().addListener(keep);
    }

    public Theme theme() {
        return theme;
    }

    public Language language() {
        return language;
    }

    /// Takes over what that user chose earlier, and keeps there what is chosen from now on.
    public void follow(UserMemory ofUser) {
        memory = ofUser;
        taking = true;
        memory.get(LANGUAGE).ifPresent(tag -> language.use(locale(tag)));
        theme.darkProperty()
                .set(memory.get(DARK)
                        .map(Boolean::parseBoolean)
                        .orElse(theme.darkProperty().get()));
        memory.get(DENSITY).flatMap(Appearance::density).ifPresent(theme.densityProperty()::set);
        memory.get(SCALE).ifPresent(text -> theme.fontScaleProperty().set(scale(text)));
        taking = false;
    }

    private void keep() {
        if (taking) return;
        memory.put(LANGUAGE, language.locale().toLanguageTag());
        memory.put(DARK, String.valueOf(theme.darkProperty().get()));
        memory.put(DENSITY, theme.densityProperty().get().name());
        memory.put(SCALE, String.valueOf(theme.fontScaleProperty().get()));
    }

    private static Locale locale(String tag) {
        return tag.startsWith("zh") ? Texts.CHINESE : Texts.ENGLISH;
    }

    private static java.util.Optional<Density> density(String name) {
        return java.util.Arrays.stream(Density.values())
                .filter(density -> density.name().equals(name))
                .findFirst();
    }

    private static double scale(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), Theme.SMALLEST_SCALE, Theme.LARGEST_SCALE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
