package org.gemba.fx;

import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.gemba.platform.error.AppError;
import org.gemba.platform.i18n.Texts;

/// The language of the window and its texts. A bound text follows the language when it is switched; bindings are held
/// weakly, so a node that is thrown away is not kept alive by it.
public final class Language {
    private final Texts texts;
    private final ObjectProperty<Locale> locale;

    public Language(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = new SimpleObjectProperty<>(this, "locale", locale);
    }

    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    public Locale locale() {
        return locale.get();
    }

    public void use(Locale other) {
        locale.set(other);
    }

    /// The text at this moment.
    public String now(String key, Object... arguments) {
        return texts.text(locale.get(), key, arguments);
    }

    /// The text that follows the language; arguments that are observable are followed too.
    public StringBinding text(String key, Object... arguments) {
        var watched = new javafx.beans.Observable[arguments.length + 1];
        watched[0] = locale;
        for (int i = 0; i < arguments.length; i++) {
            watched[i + 1] = arguments[i] instanceof javafx.beans.Observable o ? o : locale;
        }
        return Bindings.createStringBinding(() -> now(key, present(arguments)), watched);
    }

    /// The text of a key that itself changes.
    public StringBinding textOf(ObservableValue<String> key) {
        return Bindings.createStringBinding(() -> key.getValue() == null ? "" : now(key.getValue()), locale, key);
    }

    public void bind(StringProperty target, String key, Object... arguments) {
        target.bind(text(key, arguments));
    }

    /// What to tell the user about an error that the domain raised: the sentence of its kind, then its own.
    public String sentence(AppError error) {
        var said = Objects.toString(error.getMessage(), "");
        return switch (error) {
            case AppError.UpstreamUnavailable e -> now("fx.error." + e.code(), e.system(), said);
            case AppError.NotConfigured e -> now("fx.error." + e.code(), e.system(), said);
            case AppError.NotFound e -> now("fx.error." + e.code(), e.what(), e.id());
            default -> now("fx.error." + error.code(), said);
        };
    }

    private static Object[] present(Object[] arguments) {
        var values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = arguments[i] instanceof ObservableValue<?> o ? String.valueOf(o.getValue()) : arguments[i];
        }
        return values;
    }
}
