package org.gemba.tracking;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.tracking.TrackingMessage.Origin;
import org.gemba.tracking.TrackingMessage.State;
import org.gemba.tracking.data.Messages;
import org.gemba.tracking.data.Outbox;
import org.gemba.tracking.data.Templates;
import org.gemba.tracking.data.Users;
import org.gemba.tracking.wechat.SendErrors;
import org.gemba.tracking.wechat.WechatDoor;
import org.gemba.tracking.wechat.WechatFailure;
import org.jspecify.annotations.Nullable;

/// Subscribe messages: what the mini program asks for, what follows from changed orders, and the log of all of them.
public final class TrackingMessages {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_PAGE = 1024;
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern PAGE = Pattern.compile("/?[A-Za-z0-9_./?&=%~{}-]*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final Messages messages;
    private final Templates templates;
    private final Users users;
    private final TrackingLogin login;
    private final WechatDoor wechat;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    TrackingMessages(
            Messages messages,
            Templates templates,
            Users users,
            TrackingLogin login,
            WechatDoor wechat,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.messages = messages;
        this.templates = templates;
        this.users = users;
        this.login = login;
        this.wechat = wechat;
        this.clock = clock;
        this.zone = zone;
    }

    /// Sends a message to the caller himself, now.
    ///
    /// @param fields texts by the template's field names
    /// @param page of the mini program; empty for its first
    /// @throws AppError.Unprocessable when something is missing or WeChat does not let it pass
    /// @throws AppError.UpstreamUnavailable when WeChat does not answer
    public TrackingMessage send(Caller caller, String templateId, Map<String, String> fields, String page) {
        var user = login.user(caller);
        if (!isGood(templateId, fields, page)) throw TrackingProblem.INCOMPLETE.error();
        return sendNow(message(user, templateId, fields, page, Origin.REQUESTED, null, caller.username()));
    }

    private static boolean isGood(String templateId, Map<String, String> fields, String page) {
        return TEMPLATE.matcher(templateId).matches()
                && !fields.isEmpty()
                && fields.size() <= MOST_FIELDS
                && fields.keySet().stream()
                        .allMatch(name -> FieldText.NAME.matcher(name).matches())
                && fields.values().stream().allMatch(text -> !text.isBlank() && text.length() <= LONGEST_TEXT)
                && isPage(page);
    }

    private static boolean isPage(String page) {
        return page.length() <= LONGEST_PAGE
                && PAGE.matcher(page).matches()
                && (page.isEmpty() || page.startsWith("/pages/") || page.startsWith("pages/"));
    }

    /// Sends what somebody was to get once more, as a message of its own.
    public TrackingMessage resend(Caller caller, UUID id) {
        caller.require(Permission.TRACKING_MANAGE);
        var old = messages.find(id).orElseThrow(() -> new AppError.NotFound("Message", id.toString()));
        var user = users.find(old.userId()).orElseThrow(TrackingProblem.NO_USER::error);
        return sendNow(message(
                user, old.templateId(), old.fields(), old.page(), Origin.RESENT, old.orderNo(), caller.username()));
    }

    /// The newest first.
    public List<TrackingMessage> log(Caller caller, int limit) {
        caller.require(Permission.TRACKING_MANAGE);
        return messages.list(limit);
    }

    public List<MessageTemplate> templates(Caller caller) {
        caller.require(Permission.TRACKING_MANAGE);
        return templates.list();
    }

    /// @throws AppError.InvalidInput naming every field that breaks a rule
    /// @throws AppError.Conflict when somebody changed it meanwhile
    public MessageTemplate save(Caller caller, MessageTemplate template) {
        caller.require(Permission.TRACKING_MANAGE);
        var faults = new java.util.ArrayList<FieldError>();
        if (!TEMPLATE.matcher(template.id()).matches()) {
            faults.add(FieldError.body(
                    "id", template.id(), new Rule.Pattern(TEMPLATE.pattern(), "the id that WeChat shows")));
        }
        if (template.title().isBlank()) faults.add(FieldError.body("title", null, new Rule.Required()));
        if (template.title().length() > LONGEST_TEXT) {
            faults.add(FieldError.body("title", template.title().length(), new Rule.TooLong(LONGEST_TEXT)));
        }
        boolean named = !template.fields().isEmpty()
                && template.fields().size() <= MOST_FIELDS
                && template.fields().keySet().stream()
                        .allMatch(name -> FieldText.NAME.matcher(name).matches());
        if (!named) {
            faults.add(FieldError.body(
                    "fields",
                    template.fields().size(),
                    new Rule.Pattern(FieldText.NAME.pattern(), "1 to 20 lines such as thing1={order}")));
        }
        if (!isPage(template.page())) {
            faults.add(FieldError.body(
                    "page", template.page(), new Rule.Pattern(PAGE.pattern(), "a path that begins with pages/")));
        }
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        return templates.save(template, caller.username());
    }

    public void deleteTemplate(Caller caller, String id) {
        caller.require(Permission.TRACKING_MANAGE);
        templates.delete(id, caller.username());
    }

    /// Says whether the caller wants to hear of changes of his orders.
    public TrackingUser wantMessages(Caller caller, boolean wanted) {
        return users.wantMessages(login.user(caller).id(), wanted, null).orElseThrow(TrackingProblem.NO_USER::error);
    }

    /// Puts a message into the line for everybody who wants to hear of these changes. Part of the write that makes the
    /// changes, so that each is told once.
    void announce(Outbox outbox, List<StatusChange> changes) {
        var wanted = outbox.templates();
        for (var change : changes) {
            for (var user : outbox.listening(change.order().customerNumber())) {
                for (var template : wanted) {
                    outbox.put(of(template, change, user), occasion(template, change, user));
                }
            }
        }
    }

    private static String occasion(MessageTemplate template, StatusChange change, TrackingUser user) {
        return String.join(
                "|",
                user.id().toString(),
                template.id(),
                change.order().orderNo(),
                change.order().status().word(),
                Long.toString(change.at().toEpochMilli()));
    }

    private TrackingMessage of(MessageTemplate template, StatusChange change, TrackingUser user) {
        var order = change.order();
        var words = Map.of(
                "{order}", order.orderNo(),
                "{status}", order.status().chinese(),
                "{customer}", order.customerName(),
                "{progress}", order.progress().toPlainString() + "%",
                "{date}", DAY.format(change.at().atZone(zone.get())));
        var fields = new LinkedHashMap<String, String>();
        template.fields().forEach((name, text) -> fields.put(name, FieldText.fit(name, filled(text, words))));
        var page = template.page().replace("{order}", order.orderId());
        var queued = message(user, template.id(), fields, page, Origin.STATUS_CHANGE, order.orderNo(), "system");
        return withState(queued, State.QUEUED);
    }

    private static String filled(String text, Map<String, String> words) {
        var filled = text;
        for (var word : words.entrySet()) filled = filled.replace(word.getKey(), word.getValue());
        return filled;
    }

    boolean hasQueued() {
        return messages.queued() > 0;
    }

    /// Settles what a killed program was sending.
    void settle() {
        messages.settle("the program ended while it was sending", clock.instant());
    }

    /// The task `tracking.send`: sends what waits, one after the other.
    ///
    /// @throws AppError.UpstreamUnavailable when WeChat cannot be reached; what is left is sent at the next try
    String sendQueued(TaskContext context) {
        int sent = 0;
        int refused = 0;
        while (true) {
            context.checkCancelled();
            var next = messages.takeQueued();
            if (next.isEmpty()) return sent + " sent, " + refused + " refused";
            var ended = tried(next.get(), true);
            if (ended.state() == State.SENT) sent++;
            else refused++;
        }
    }

    private TrackingMessage message(
            TrackingUser user,
            String templateId,
            Map<String, String> fields,
            String page,
            Origin origin,
            @Nullable String orderNo,
            String who) {
        return new TrackingMessage(
                UUID.randomUUID(),
                user.id(),
                user.openid(),
                templateId,
                fields,
                page.startsWith("/") ? page.substring(1) : page,
                origin,
                orderNo,
                State.SENDING,
                null,
                null,
                null,
                who,
                clock.instant(),
                null);
    }

    private TrackingMessage sendNow(TrackingMessage message) {
        messages.insert(message);
        var ended = tried(message, false);
        var code = ended.errorCode();
        if (ended.state() == State.REFUSED) {
            throw new AppError.Unprocessable(code == null ? "微信拒绝发送" : SendErrors.words(code));
        }
        return ended;
    }

    /// @param again whether a message that certainly did not leave goes back into the line
    private TrackingMessage tried(TrackingMessage message, boolean again) {
        try {
            var number = wechat.client().send(message.openid(), message.templateId(), message.page(), message.fields());
            return ended(message, State.SENT, null, null, number.orElse(null));
        } catch (WechatFailure e) {
            return failed(message, e, again);
        } catch (AppError.NotConfigured e) {
            ended(message, State.FAILED, null, e.getMessage(), null);
            throw e;
        }
    }

    private TrackingMessage failed(TrackingMessage message, WechatFailure failure, boolean again) {
        var code = failure.code().isPresent() ? Integer.valueOf(failure.code().getAsInt()) : null;
        var words = failure.getMessage();
        switch (failure.kind()) {
            case REFUSED -> {
                return ended(message, State.REFUSED, code, words, null);
            }
            case BUSY, UNREACHABLE -> {
                if (again) messages.putBack(message.id());
                else ended(message, State.FAILED, code, words, null);
            }
            case UNCLEAR -> {
                var ended = ended(message, State.UNCLEAR, code, words, null);
                if (again) return ended;
            }
        }
        throw new AppError.UpstreamUnavailable("wechat", String.valueOf(words), failure);
    }

    private TrackingMessage ended(
            TrackingMessage message,
            State state,
            @Nullable Integer code,
            @Nullable String error,
            @Nullable String wechatId) {
        Instant now = clock.instant();
        messages.end(message.id(), state, code, error, wechatId, now);
        return new TrackingMessage(
                message.id(),
                message.userId(),
                message.openid(),
                message.templateId(),
                message.fields(),
                message.page(),
                message.origin(),
                message.orderNo(),
                state,
                code,
                error,
                wechatId,
                message.createdBy(),
                message.createdAt(),
                now);
    }

    private static TrackingMessage withState(TrackingMessage message, State state) {
        return new TrackingMessage(
                message.id(),
                message.userId(),
                message.openid(),
                message.templateId(),
                message.fields(),
                message.page(),
                message.origin(),
                message.orderNo(),
                state,
                null,
                null,
                null,
                message.createdBy(),
                message.createdAt(),
                null);
    }
}
