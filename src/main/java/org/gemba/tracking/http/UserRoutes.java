package org.gemba.tracking.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.access.Tokens;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.tracking.TrackingLogin;
import org.gemba.tracking.TrackingMessages;
import org.gemba.tracking.TrackingUser;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;

/// Login, binding, profile and messages.
final class UserRoutes {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 1000;

    private final TrackingLogin login;
    private final TrackingMessages messages;
    private final Tokens tokens;
    private final Clock clock;

    UserRoutes(TrackingLogin login, TrackingMessages messages, Tokens tokens, Clock clock) {
        this.login = login;
        this.messages = messages;
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.TRACKING, "/api/auth/wx-login", "Log in with a WeChat code")
                        .open()
                        .perMinute(10)
                        .takes(LoginBody.class)
                        .answers(Bodies.LoggedIn.class)
                        .handle(this::login),
                Route.post(ApiFamily.TRACKING, "/api/auth/bind-company", "Bind to a customer by invite code")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(5)
                        .takes(Bodies.BindBody.class)
                        .answers(Bodies.Bound.class)
                        .handle(this::bind),
                Route.get(ApiFamily.TRACKING, "/api/user/profile", "Whom the caller is bound to")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(30)
                        .answers(Bodies.Profile.class)
                        .handle(this::profile),
                Route.put(ApiFamily.TRACKING, "/api/user/notifications", "Ask to be told of changed orders, or not")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(10)
                        .takes(Bodies.Notifications.class)
                        .answers(Bodies.Notifications.class)
                        .handle(this::notifications),
                Route.post(ApiFamily.TRACKING, "/api/wechat/template-msg", "Send a subscribe message to oneself")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(10)
                        .takes(Bodies.MessageBody.class)
                        .answers(Bodies.Sent.class)
                        .handle(this::send));
    }

    /// The one route of the family whose refusals have a status of their own.
    private Object login(Call call) {
        try {
            var body = call.body(LoginBody.class);
            var info = body.userInfo();
            var name = info == null ? null : info.nickName();
            var picture = info == null ? null : info.avatarUrl();
            checkLength("userInfo.nickName", name, LONGEST_NAME);
            checkLength("userInfo.avatarUrl", picture, LONGEST_URL);
            var done = login.login(body.code(), name, picture, call.clientAddress());
            return new Reply(
                    "登录成功",
                    new Bodies.LoggedIn(
                            done.token().text(),
                            done.user().id().toString(),
                            done.token().expires()));
        } catch (AppError.InvalidInput e) {
            var first = e.fields().getFirst();
            if (first.rule() instanceof Rule.WrongType wrong && wrong.expected().equals("json")) throw e;
            boolean isCode = e.fields().stream()
                    .anyMatch(fault ->
                            fault.field().equals("code") || fault.field().isEmpty());
            return refused(isCode ? "code缺失" : "参数错误");
        } catch (AppError.Unprocessable e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private Answer refused(String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("success", false);
        body.put("message", message);
        body.put("timestamp", clock.millis());
        return new Answer.Bare(400, body, Map.of());
    }

    private static void checkLength(String field, @org.jspecify.annotations.Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new AppError.InvalidInput(FieldError.body(field, text.length(), new Rule.TooLong(most)));
        }
    }

    private Object bind(Call call) {
        var body = call.body(Bodies.BindBody.class);
        var code = body.inviteCode();
        var bound = login.bind(call.caller(), code == null ? "" : code, body.userId(), call.clientAddress());
        var binding = bound.binding();
        var company = new Bodies.Company(binding.customerNumber(), binding.customerName(), binding.customerId());
        return new Reply(bound.isNew() ? "绑定成功" : "已绑定该企业", new Bodies.Bound(true, company));
    }

    private Object profile(Call call) {
        var user = login.user(call.caller());
        var token = call.header("Authorization")
                .orElse("")
                .replaceFirst("(?i)^bearer\\s+", "")
                .strip();
        var expires = tokens.ends(token, ApiFamily.TRACKING)
                .orElseThrow(() -> new AppError.Unauthenticated("The token has ended"));
        return new Bodies.Profile(binding(user), expires, user.wantsMessages());
    }

    private static Bodies.ErpBinding binding(TrackingUser user) {
        var binding = user.binding();
        if (binding == null) return new Bodies.ErpBinding(null, null, null, null);
        return new Bodies.ErpBinding(
                binding.customerNumber(), binding.customerName(), binding.customerId(), binding.boundAt());
    }

    private Object notifications(Call call) {
        var wanted = call.body(Bodies.Notifications.class).enabled();
        var user = messages.wantMessages(call.caller(), wanted);
        return new Reply(user.wantsMessages() ? "已开启订单通知" : "已关闭订单通知", new Bodies.Notifications(user.wantsMessages()));
    }

    private Object send(Call call) {
        var body = call.body(Bodies.MessageBody.class);
        var fields = new LinkedHashMap<String, String>();
        var data = body.data();
        if (data != null) {
            data.forEach((name, field) -> fields.put(name, field.value() == null ? "" : field.value()));
        }
        var id = body.templateId();
        var page = body.page();
        var sent = messages.send(call.caller(), id == null ? "" : id, fields, page == null ? "" : page);
        var number = sent.wechatId();
        var ended = sent.endedAt();
        return new Reply(
                "消息发送成功",
                new Bodies.Sent(
                        number == null ? sent.id().toString() : number,
                        "sent",
                        ended == null ? sent.createdAt() : ended));
    }
}
