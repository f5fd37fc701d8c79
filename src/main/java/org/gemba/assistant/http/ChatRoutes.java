package org.gemba.assistant.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.assistant.Assistant;
import org.gemba.assistant.ChatEvent;
import org.gemba.assistant.ChatQuestion;
import org.gemba.assistant.ChatQuestion.Message;
import org.gemba.assistant.ChatQuestion.Mode;
import org.gemba.assistant.ChatQuestion.Role;
import org.gemba.assistant.OrderContext;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Status and stream, as the MTO document has them.
public final class ChatRoutes {
    private static final long MAX_BODY = 512 * 1024;
    private static final Set<String> ROLES = Set.of("user", "assistant", "system");

    private final Assistant assistant;

    /// The body of `GET /api/chat/status`.
    record Status(boolean available, @Nullable String model) {}

    private ChatRoutes(Assistant assistant) {
        this.assistant = assistant;
    }

    public static List<Route> of(Assistant assistant) {
        var routes = new ChatRoutes(assistant);
        return List.of(
                Route.get(ApiFamily.MTO, "/api/chat/status", "Whether the assistant answers, and through which model")
                        .open()
                        .answers(Status.class)
                        .handle(call -> routes.status()),
                Route.post(ApiFamily.MTO, "/api/chat/stream", "Ask the assistant; the answer is a stream of events")
                        .needs(Permission.CHAT)
                        .perMinute(20)
                        .maxBody(MAX_BODY)
                        .takes(ChatBody.class)
                        .handle(routes::stream));
    }

    private Status status() {
        var model = assistant.model();
        return new Status(model.isPresent(), model.orElse(null));
    }

    /// The question is checked before the service, so that a wrong one is told as such wherever it is sent.
    private Answer stream(Call call) {
        var question = question(call, call.body(ChatBody.class));
        call.checked();
        assistant.checkConfigured();
        var caller = call.caller();
        var headers = Map.of("Cache-Control", "no-cache");
        return new Answer.Events(sink -> assistant.answer(caller, question, event -> sink.send(wire(event))), headers);
    }

    private static ChatQuestion question(Call call, ChatBody body) {
        if (body.messages().size() > ChatQuestion.MOST_MESSAGES) {
            call.fault(FieldError.body("messages", null, new Rule.TooManyItems(ChatQuestion.MOST_MESSAGES)));
        }
        var messages = new ArrayList<Message>();
        for (int i = 0; i < body.messages().size(); i++) {
            messages.add(message(call, "messages[" + i + "].", body.messages().get(i)));
        }
        return new ChatQuestion(messages, mode(call, body.mode()), order(call, body), call.locale());
    }

    private static Message message(Call call, String path, ChatBody.Message message) {
        if (!ROLES.contains(message.role())) {
            call.fault(FieldError.body(
                    path + "role", message.role(), new Rule.OneOf(List.of("user", "assistant", "system"))));
        }
        if (message.content().length() > ChatQuestion.LONGEST_MESSAGE) {
            call.fault(FieldError.body(path + "content", null, new Rule.TooLong(ChatQuestion.LONGEST_MESSAGE)));
        }
        return new Message(message.role().equals("assistant") ? Role.ASSISTANT : Role.USER, message.content());
    }

    private static Mode mode(Call call, @Nullable String mode) {
        if (mode == null || mode.equals("mto")) return Mode.MTO;
        if (!mode.equals("analytics")) {
            call.fault(FieldError.body("mode", mode, new Rule.OneOf(List.of("mto", "analytics"))));
        }
        return Mode.ANALYTICS;
    }

    private static @Nullable OrderContext order(Call call, ChatBody body) {
        var context = body.mtoContext();
        if (context == null || context.isNull()) return null;
        if (!context.isObject()) {
            call.fault(FieldError.body("mto_context", null, new Rule.WrongType("object")));
            return null;
        }
        return ContextReader.read(context);
    }

    private static Map<String, Object> wire(ChatEvent event) {
        var json = new LinkedHashMap<String, Object>();
        switch (event) {
            case ChatEvent.Token token -> {
                json.put("type", "token");
                json.put("content", token.content());
            }
            case ChatEvent.Sql sql -> {
                json.put("type", "sql");
                json.put("query", sql.query());
            }
            case ChatEvent.SqlResult result -> {
                json.put("type", "sql_result");
                json.put("columns", result.columns());
                json.put("rows", result.rows());
                json.put("total_rows", result.totalRows());
            }
            case ChatEvent.Failure failure -> {
                json.put("type", "error");
                json.put("message", failure.message());
            }
            case ChatEvent.Done done -> json.put("type", "done");
        }
        return json;
    }
}
