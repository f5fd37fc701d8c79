package org.gemba.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {
    private static RuntimeException here(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException there(String message) {
        return new IllegalStateException(message);
    }

    @Test
    void theSamePlaceHasTheSameCodeWhateverTheMessage() {
        assertThat(Identity.of(here("order 1"))).isEqualTo(Identity.of(here("order 2")));
        assertThat(Identity.of(here("order 1"))).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
    }

    @Test
    void anotherPlaceKindOrCauseHasAnotherCode() {
        var codes = java.util.Set.of(
                Identity.of(here("")),
                Identity.of(there("")),
                Identity.of(new RuntimeException(here(""))),
                Identity.of(new RuntimeException(there(""))));
        assertThat(codes).hasSize(4);
    }

    @Test
    void aCauseThatIsItsOwnCauseDoesNotHang() {
        var first = new RuntimeException("a");
        var second = new RuntimeException("b", first);
        first.initCause(second);
        assertThat(Identity.of(first)).isNotEmpty();
    }
}
