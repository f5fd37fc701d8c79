package org.gemba.erp.k3cloud;

import java.util.List;
import java.util.Set;
import org.gemba.erp.ErpForm;

/// How one form is asked: its fields in order, the filter that goes into every query.
///
/// @param isOptional a tenant without the form is no error
record FormSpec(ErpForm form, List<Field> fields, String filter, boolean isOptional) {
    /// @param name what the field means to Gemba, for example `mto`
    /// @param key the ERP's key
    /// @param isOptional a form without the field is no error
    record Field(String name, String key, boolean isOptional) {}

    String id() {
        return form.id();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /// The ERP's key; empty when the form has no such field.
    String key(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::key)
                .findFirst()
                .orElse("");
    }

    FormSpec without(Set<String> keys) {
        return keys.isEmpty()
                ? this
                : new FormSpec(
                        form,
                        fields.stream()
                                .filter(field -> !keys.contains(field.key()))
                                .toList(),
                        filter,
                        isOptional);
    }

    FormSpec only(String... names) {
        var wanted = Set.of(names);
        return new FormSpec(
                form,
                fields.stream().filter(field -> wanted.contains(field.name())).toList(),
                filter,
                isOptional);
    }
}
