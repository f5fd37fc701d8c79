package org.gemba.assistant;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A question with what was said before.
///
/// @param messages oldest first; the last is the question
/// @param order the order that is looked at, in `mto` mode; null when none is
/// @param locale in which failures are told; the model answers in the language of the question
public record ChatQuestion(
        List<Message> messages, Mode mode, @Nullable OrderContext order, Locale locale) {
    public static final int MOST_MESSAGES = 50;
    public static final int LONGEST_MESSAGE = 8000;

    public ChatQuestion {
        messages = List.copyOf(messages);
    }

    public enum Mode {
        /// About one order, from what is known of it.
        MTO,
        /// About all cached documents, by a query.
        ANALYTICS
    }

    public enum Role {
        USER,
        ASSISTANT
    }

    public record Message(Role role, String content) {}

    String text() {
        return messages.isEmpty() ? "" : messages.getLast().content().strip();
    }
}
