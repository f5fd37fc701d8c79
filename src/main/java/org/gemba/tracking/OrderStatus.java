package org.gemba.tracking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an order is, or one of its materials. {@link org.gemba.tracking.calc.OrderRules} says when it is what.
public enum OrderStatus {
    PENDING("待生产"),
    PRODUCING("生产中"),
    SHIPPED("已发货"),
    COMPLETED("已完成"),
    CANCELLED("已取消");

    private final String chinese;

    OrderStatus(String chinese) {
        this.chinese = chinese;
    }

    /// As the API writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a customer reads.
    public String chinese() {
        return chinese;
    }

    /// The status with exactly this word.
    public static Optional<OrderStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
