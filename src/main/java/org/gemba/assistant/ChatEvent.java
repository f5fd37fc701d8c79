package org.gemba.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens while a question is answered, in this order: pieces of text; or a query, its result, and pieces of
/// text about it; then, when something went wrong, the failure. {@link Done} is always the last.
public sealed interface ChatEvent {
    record Token(String content) implements ChatEvent {}

    /// The query that the model wrote and the guard let pass.
    record Sql(String query) implements ChatEvent {}

    /// @param rows at most 50, each in the order of the columns
    /// @param totalRows how many were fetched, at most 200
    record SqlResult(List<String> columns, List<List<@Nullable Object>> rows, int totalRows) implements ChatEvent {}

    /// @param message a sentence in the language of the question's locale
    record Failure(String message) implements ChatEvent {}

    record Done() implements ChatEvent {}
}
