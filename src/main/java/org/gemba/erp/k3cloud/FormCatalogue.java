package org.gemba.erp.k3cloud;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import org.gemba.erp.ErpForm;
import org.gemba.platform.config.SettingsSource;

/// The forms and field keys of the tenant: `forms.properties`, and over it the settings `KINGDEE_FIELD_<form>_<name>`,
/// `KINGDEE_FILTER_<form>`, `KINGDEE_OPTIONAL_<form>` and `KINGDEE_INVITE_FIELD`.
public final class FormCatalogue {
    private static final String NONE = "-";

    private final Map<ErpForm, FormSpec> forms = new EnumMap<>(ErpForm.class);

    private FormCatalogue(Properties shipped, Function<String, Optional<String>> setting) {
        for (var form : ErpForm.values()) forms.put(form, spec(form, shipped, setting));
    }

    public static FormCatalogue from(SettingsSource settings) {
        return new FormCatalogue(shipped(), settings::text);
    }

    FormSpec form(ErpForm form) {
        return java.util.Objects.requireNonNull(forms.get(form));
    }

    private static FormSpec spec(ErpForm form, Properties shipped, Function<String, Optional<String>> setting) {
        var fields = new ArrayList<FormSpec.Field>();
        var prefix = form.id() + ".";
        for (var property : new TreeSet<>(shipped.stringPropertyNames())) {
            if (!property.startsWith(prefix)) continue;
            var name = property.substring(prefix.length());
            if (name.equals("filter") || name.equals("optional")) continue;
            var key = override(form, name, setting)
                    .orElse(shipped.getProperty(property))
                    .strip();
            if (key.equals(NONE) || key.isEmpty()) continue;
            boolean isOptional = key.endsWith("?");
            fields.add(new FormSpec.Field(name, isOptional ? key.substring(0, key.length() - 1) : key, isOptional));
        }
        var filter = setting.apply("KINGDEE_FILTER_" + form.id()).orElse(shipped.getProperty(prefix + "filter", ""));
        boolean isOptional = Boolean.parseBoolean(
                setting.apply("KINGDEE_OPTIONAL_" + form.id()).orElse(shipped.getProperty(prefix + "optional")));
        return new FormSpec(form, java.util.List.copyOf(fields), filter.equals(NONE) ? "" : filter.strip(), isOptional);
    }

    private static Optional<String> override(ErpForm form, String name, Function<String, Optional<String>> setting) {
        var own = setting.apply("KINGDEE_FIELD_" + form.id() + "_" + name);
        if (own.isPresent() || form != ErpForm.CUSTOMER || !name.equals("inviteCode")) return own;
        return setting.apply("KINGDEE_INVITE_FIELD");
    }

    private static Properties shipped() {
        var properties = new Properties();
        try (var in = FormCatalogue.class.getResourceAsStream("/org/gemba/erp/k3cloud/forms.properties")) {
            if (in == null) throw new IllegalStateException("forms.properties is missing from the program");
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
