package org.gemba.demo.llm;

import java.util.List;

/// One request as it came in.
public record ChatRequest(String model, boolean stream, List<Message> messages) {
    public record Message(String role, String content) {}

    int length() {
        return messages.stream().mapToInt(message -> message.content().length()).sum();
    }

    /// What was said before the last question.
    String background() {
        var text = new StringBuilder();
        messages.stream()
                .limit(messages.size() - 1L)
                .forEach(message -> text.append(message.content()).append('\n'));
        return text.toString();
    }

    String question() {
        return messages.getLast().content();
    }
}
