package org.gemba.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Events events = new Events();

    @Test
    void listenersHearTheirTypeOnlyUntilTheyClose() {
        var heard = new ArrayList<String>();
        var subscription = events.on(String.class, heard::add);
        events.publish("one");
        events.publish(2);
        subscription.close();
        events.publish("three");
        assertThat(heard).containsExactly("one");
    }

    @Test
    void aListenerThatFailsDoesNotSilenceTheOthers() {
        var heard = new ArrayList<String>();
        events.on(String.class, text -> {
            throw new IllegalStateException("broken listener");
        });
        events.on(String.class, heard::add);
        events.publish("one");
        assertThat(heard).containsExactly("one");
    }
}
