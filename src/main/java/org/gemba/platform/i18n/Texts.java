package org.gemba.platform.i18n;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of all features in one place. Every feature has the bundle `org.gemba.<feature>.messages` (English in
/// `messages.properties`, Simplified Chinese in `messages_zh_CN.properties`, UTF-8); keys begin with the feature's
/// name. Arguments go in as {@link MessageFormat} does it.
public final class Texts {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final List<String> bundles;

    /// @param rooms the names of the packages below `org.gemba` that have a bundle, for example `mto` or `platform`
    public Texts(List<String> rooms) {
        this.bundles =
                rooms.stream().map(room -> "org.gemba." + room + ".messages").toList();
    }

    /// The text of a key; the key itself in marks when no bundle has it, so that a gap is seen and not fatal.
    public String text(Locale locale, String key, Object... arguments) {
        for (var name : bundles) {
            var bundle = bundle(name, locale);
            if (bundle != null && bundle.containsKey(key)) {
                var pattern = bundle.getString(key);
                return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
            }
        }
        return "⟨" + key + "⟩";
    }

    /// Every key of every bundle, for the test that compares the languages.
    public List<String> keys(Locale locale) {
        var keys = new ArrayList<String>();
        for (var name : bundles) {
            var bundle = bundle(name, locale);
            if (bundle != null) keys.addAll(bundle.keySet());
        }
        return keys;
    }

    private static @org.jspecify.annotations.Nullable ResourceBundle bundle(String name, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                    name,
                    locale,
                    Texts.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
