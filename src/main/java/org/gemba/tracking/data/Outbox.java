package org.gemba.tracking.data;

import java.util.List;
import org.gemba.tracking.MessageTemplate;
import org.gemba.tracking.TrackingMessage;
import org.gemba.tracking.TrackingUser;
import org.jdbi.v3.core.Handle;

/// Where messages about changed orders are put, within the write that changes the orders.
public final class Outbox {
    private final Handle handle;
    private final Messages messages;
    private final Templates templates;

    Outbox(Handle handle, Messages messages, Templates templates) {
        this.handle = handle;
        this.messages = messages;
        this.templates = templates;
    }

    /// The templates that tell of changed orders.
    public List<MessageTemplate> templates() {
        return templates.ofStatusChanges(handle);
    }

    /// Those of a customer who want to hear of their orders.
    public List<TrackingUser> listening(String customerNumber) {
        return Users.listening(handle, customerNumber);
    }

    /// @param occasion what the message is about; a second one of the same occasion is not added
    public void put(TrackingMessage message, String occasion) {
        messages.insert(handle, message, occasion);
    }
}
