package org.gemba.assistant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.assistant.ChatQuestion.Role;
import org.gemba.assistant.sql.GuardRefused;
import org.gemba.assistant.sql.QueryFailed;
import org.gemba.assistant.sql.QueryResult;
import org.gemba.assistant.sql.Questioning;
import org.gemba.platform.error.AppError;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.llm.ChatModel;
import org.gemba.platform.llm.ChatModel.Message;
import org.gemba.platform.llm.ListenerGone;
import org.gemba.platform.llm.ModelFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers questions through a language model. It can read what the caller may read and change nothing: a query runs
/// behind the guard as a user who may only select, and an answer is text.
public final class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final Pattern BLOCK = Pattern.compile("```(?:sql|SQL)?\\s*\\n(.*?)```", Pattern.DOTALL);
    private static final int SHOWN_ROWS = 50;
    private static final int HISTORY = 20;

    private final Supplier<AssistantSettings> settings;
    private final Supplier<ChatModel> model;
    private final Questioning questioning;
    private final Texts texts;

    /// Where the events go.
    @FunctionalInterface
    public interface Listener {
        /// @throws IOException when nobody listens any more; the model is told to stop
        void event(ChatEvent event) throws IOException;
    }

    Assistant(Supplier<AssistantSettings> settings, Supplier<ChatModel> model, Questioning questioning, Texts texts) {
        this.settings = settings;
        this.model = model;
        this.questioning = questioning;
        this.texts = texts;
    }

    /// The name of the model; empty when no key is set.
    public Optional<String> model() {
        var now = settings.get();
        return now.isConfigured() ? Optional.of(now.model()) : Optional.empty();
    }

    /// @throws AppError.NotConfigured when no key is set
    public void checkConfigured() {
        if (model().isEmpty()) throw new AppError.NotConfigured("llm", "Chat service not configured");
    }

    /// Answers on this thread. Whatever goes wrong is told as {@link ChatEvent.Failure}; {@link ChatEvent.Done} ends
    /// it, unless the listener is gone.
    ///
    /// @throws IOException when the listener is gone
    /// @throws AppError.NotConfigured when no key is set
    /// @throws AppError.Forbidden when the caller may not ask
    public void answer(Caller caller, ChatQuestion question, Listener listener) throws IOException {
        caller.require(Permission.CHAT);
        checkConfigured();
        var locale = question.locale();
        try {
            if (question.text().isEmpty()) {
                fail(listener, texts.text(locale, "assistant.no_question"));
            } else {
                switch (question.mode()) {
                    case MTO -> aboutOrder(question, listener);
                    case ANALYTICS -> byQuery(caller, question, listener);
                }
            }
        } catch (ModelFailed e) {
            fail(listener, texts.text(locale, "assistant.model." + word(e.reason())));
        } catch (GuardRefused e) {
            var why = texts.text(locale, "assistant.refused." + word(e.reason()), e.detail());
            fail(listener, texts.text(locale, "assistant.refused", why));
        } catch (QueryFailed e) {
            var why = texts.text(locale, "assistant.failed." + word(e.reason()), e.detail());
            fail(listener, texts.text(locale, "assistant.failed", why));
        } catch (RuntimeException e) {
            LOG.error("a question was not answered", e);
            fail(listener, texts.text(locale, "assistant.broken"));
        }
        listener.event(new ChatEvent.Done());
    }

    private void aboutOrder(ChatQuestion question, Listener listener) throws ModelFailed, ListenerGone {
        model.get().stream(
                conversation(Prompts.order(question.order()), question),
                piece -> listener.event(new ChatEvent.Token(piece)));
    }

    private void byQuery(Caller caller, ChatQuestion question, Listener listener)
            throws ModelFailed, GuardRefused, QueryFailed, IOException {
        var chat = model.get();
        var reply = chat.whole(conversation(Prompts.query(questioning.catalog()), question));
        var block = BLOCK.matcher(reply);
        if (!block.find()) {
            listener.event(new ChatEvent.Token(reply));
            return;
        }
        var query = block.group(1).strip();
        var guarded = questioning.check(caller.username(), question.text(), query);
        listener.event(new ChatEvent.Sql(query));
        var result = questioning.run(caller.username(), question.text(), guarded);
        listener.event(event(result));
        chat.stream(
                List.of(
                        new Message("system", Prompts.summary()),
                        new Message("user", Prompts.findings(question.text(), result, SHOWN_ROWS))),
                piece -> listener.event(new ChatEvent.Token(piece)));
    }

    private static ChatEvent event(QueryResult result) {
        var shown = result.rows().stream().limit(SHOWN_ROWS).toList();
        return new ChatEvent.SqlResult(result.columns(), shown, result.rows().size());
    }

    private static List<Message> conversation(String system, ChatQuestion question) {
        var all = new ArrayList<Message>();
        all.add(new Message("system", system));
        var said = question.messages();
        said.subList(Math.max(0, said.size() - HISTORY), said.size())
                .forEach(message ->
                        all.add(new Message(message.role() == Role.USER ? "user" : "assistant", message.content())));
        return all;
    }

    private static void fail(Listener listener, String message) throws IOException {
        listener.event(new ChatEvent.Failure(message));
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
