package org.gemba.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How units were inspected. The document prints one that is no Java name, so each has a code.
public enum InspectionMethod {
    VISUAL,
    MEASUREMENT,
    FUNCTIONAL_TEST,
    SAMPLE_CHECK,
    FULL_INSPECTION,
    OTHER;

    /// As it is written in requests, answers and the database: `100_PERCENT_INSPECTION` for the full one.
    public String code() {
        return this == FULL_INSPECTION ? "100_PERCENT_INSPECTION" : name();
    }

    public static Optional<InspectionMethod> of(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(InspectionMethod::code).toList();
    }
}
