package org.gemba.web;

import org.gemba.web.dialect.Problem;

/// HTTP itself refuses a request, before any service saw it.
final class Refusal extends RuntimeException {
    private final transient Problem problem;

    Refusal(Problem.Kind kind, String message) {
        super(message);
        this.problem = Problem.of(kind, message);
    }

    Problem problem() {
        return problem;
    }
}
