package org.gemba.assistant.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.assistant.ChatEvent;
import org.gemba.assistant.ChatQuestion.Mode;
import org.jspecify.annotations.Nullable;

/// One question and what came of it so far.
final class Exchange {
    private final Mode mode;
    private final String question;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ChatEvent.@Nullable SqlResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    Exchange(Mode mode, String question) {
        this.mode = mode;
        this.question = question;
    }

    Mode mode() {
        return mode;
    }

    String question() {
        return question;
    }

    /// Grows while the model speaks.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The SQL that was run; empty for none.
    ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChatEvent.@Nullable SqlResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// What went wrong, in words; empty when nothing did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void happened(ChatEvent event) {
        switch (event) {
            case ChatEvent.Token token -> answer.set(answer.get() + token.content());
            case ChatEvent.Sql sql -> query.set(sql.query());
            case ChatEvent.SqlResult found -> result.set(found);
            case ChatEvent.Failure failure -> problem.set(failure.message());
            case ChatEvent.Done done -> {}
        }
    }

    void failed(String words) {
        problem.set(words);
    }
}
