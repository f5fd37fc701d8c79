package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;

class WriteQueueTest {
    private final WriteQueue queue = new WriteQueue();

    private void add(int count, boolean isBulk) {
        for (int i = 0; i < count; i++) queue.add(new Job<>(handle -> 1), isBulk);
    }

    @Test
    void bulkLoadsAndSmallWritesTakeTurns() throws Exception {
        add(3, true);
        add(3, false);
        var bulk = new ArrayList<Boolean>();
        for (int turn = 0; turn < 6; turn++)
            bulk.add(queue.takeTurn(Duration.ZERO).isBulk());
        assertThat(bulk).containsExactly(false, true, false, true, false, true);
    }

    @Test
    void aGroupTakesSmallWritesOnly() {
        add(1, true);
        assertThat(queue.pollSmall()).isNull();
        add(1, false);
        assertThat(queue.pollSmall()).isNotNull();
    }

    @Test
    void anIdleQueueGivesATurnWithoutWorkAndAClosedOneNone() throws Exception {
        assertThat(queue.takeTurn(Duration.ofMillis(1)).first()).isNull();
        add(1, false);
        queue.close();
        assertThatThrownBy(() -> add(1, false))
                .isInstanceOf(AppError.Unavailable.class)
                .hasMessageContaining("shutting down");
        assertThat(queue.takeTurn(Duration.ZERO).first())
                .as("what waited is still taken")
                .isNotNull();
        assertThat(queue.takeTurn(Duration.ZERO)).isNull();
    }

    @Test
    void aFloodIsRefusedInWords() {
        add(20_000, false);
        assertThatThrownBy(() -> add(1, true))
                .isInstanceOf(AppError.Unavailable.class)
                .hasMessageContaining("Too many writes");
        assertThat(queue.drain()).hasSize(20_000);
    }
}
