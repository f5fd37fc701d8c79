package org.gemba.access.http;

import java.time.Duration;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Logins;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Cookie;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/auth` of the inventory document. Browsers keep the refresh token in a cookie that goes to these paths only and
/// that no script can read; mobile clients get it in the answer.
public final class InventoryAuthRoutes {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String COOKIE = "refresh_token";

    private final Logins logins;

    record Credentials(String username, String password) {}

    record Flat(
            String accessToken,
            String tokenType,
            String status,
            String message,
            long expiresIn,
            boolean passwordChangeRequired,
            InventoryUser user) {}

    record Token(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken) {}

    /// Wrapped and flat at once, as the document does not say which.
    record Refreshed(String status, String message, Token data, String accessToken, String tokenType) {}

    public InventoryAuthRoutes(Logins logins) {
        this.logins = logins;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.INVENTORY, "/auth/login", "Log in by username, with a form or JSON")
                        .open()
                        .takesFormOrJson(Credentials.class)
                        .faultsAreBad()
                        .answersBare(Flat.class)
                        .answersHeader("Set-Cookie", "string", "The refresh token, for /auth only")
                        .handle(this::login),
                Route.post(ApiFamily.INVENTORY, "/auth/mobile-login", "Log in by username, without a cookie")
                        .open()
                        .takes(Credentials.class)
                        .faultsAreBad()
                        .answers(Token.class)
                        .handle(this::mobileLogin),
                Route.post(ApiFamily.INVENTORY, "/auth/refresh", "A new access token for the refresh cookie")
                        .open()
                        .header("Cookie", "refresh_token=…")
                        .answersBare(Refreshed.class)
                        .handle(this::refresh),
                Route.post(ApiFamily.INVENTORY, "/auth/logout", "End this login and forget the cookie")
                        .open()
                        .answersHeader("Set-Cookie", "string", "Takes the refresh token away")
                        .handle(this::logout));
    }

    private Answer login(Call call) {
        var given = call.isForm() ? form(call) : call.body(Credentials.class);
        var login = logins.login(ApiFamily.INVENTORY, given.username(), given.password(), call.clientAddress(), LIFE);
        var body = new Flat(
                login.access().text(),
                "bearer",
                "success",
                "Login successful",
                LIFE.toSeconds(),
                login.user().passwordChangeRequired(),
                InventoryUser.of(login.user()));
        return Answer.bare(body)
                .with("Set-Cookie", cookie(call, login.refresh().text()).header());
    }

    private static Credentials form(Call call) {
        var credentials = new Credentials(required(call, "username"), required(call, "password"));
        call.checked();
        return credentials;
    }

    private static String required(Call call, String field) {
        var value = call.form(field).orElse("");
        if (value.isEmpty()) call.fault(FieldError.body(field, null, new Rule.Required()));
        return value;
    }

    private Reply mobileLogin(Call call) {
        var given = call.body(Credentials.class);
        var login = logins.login(ApiFamily.INVENTORY, given.username(), given.password(), call.clientAddress(), LIFE);
        return new Reply(
                "Login successful",
                new Token(
                        login.access().text(),
                        "bearer",
                        LIFE.toSeconds(),
                        login.refresh().text()));
    }

    /// The one request that a cookie alone may make, so a page of another site must not.
    private Answer refresh(Call call) {
        if (call.isFromForeignPage()) throw new AppError.Forbidden("Pages of other sites may not refresh a login");
        var token =
                call.cookie(COOKIE).orElseThrow(() -> new AppError.Unauthenticated("There is no refresh token cookie"));
        var issued = logins.refresh(ApiFamily.INVENTORY, token, LIFE);
        var data = new Token(issued.text(), "bearer", LIFE.toSeconds(), null);
        return Answer.bare(new Refreshed("success", "Token refreshed", data, issued.text(), "bearer"));
    }

    /// By token, or by the cookie alone when the token has run out already.
    private Answer logout(Call call) {
        if (call.isFromForeignPage()) throw new AppError.Forbidden("Pages of other sites may not log anybody out");
        if (call.caller().isNobody() && call.cookie(COOKIE).isEmpty()) {
            throw new AppError.Unauthenticated("Not authenticated");
        }
        call.token().ifPresent(token -> logins.logout(ApiFamily.INVENTORY, token));
        call.cookie(COOKIE).ifPresent(token -> logins.logout(ApiFamily.INVENTORY, token));
        return Answer.ok(new Reply("Logged out successfully", null))
                .with("Set-Cookie", cookie(call, "").gone().header());
    }

    private static Cookie cookie(Call call, String value) {
        return new Cookie(COOKIE, value, "/auth", Logins.REFRESH_LIFE, call.isSecure());
    }
}
