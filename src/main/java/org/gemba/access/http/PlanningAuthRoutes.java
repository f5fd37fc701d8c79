package org.gemba.access.http;

import java.time.Duration;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Logins;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;

/// `/api/auth/login`, `refresh` and `logout` of the planning document, where people log in by their e-mail address.
public final class PlanningAuthRoutes {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String EMAIL = "^[^@\\s]+@[^@\\s]+$";

    private final Logins logins;

    record Credentials(String email, String password) {}

    record Refresh(String refreshToken) {}

    record Login(String accessToken, String refreshToken, PlanningUser user) {}

    record Token(String accessToken, long expiresIn) {}

    record Ended(boolean success, String message) {}

    public PlanningAuthRoutes(Logins logins) {
        this.logins = logins;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.PLANNING, "/api/auth/login", "Log in by e-mail address")
                        .open()
                        .takes(Credentials.class)
                        .answers(Login.class)
                        .handle(this::login),
                Route.post(ApiFamily.PLANNING, "/api/auth/refresh", "A new access token for a refresh token")
                        .open()
                        .takes(Refresh.class)
                        .answers(Token.class)
                        .handle(this::refresh),
                Route.post(ApiFamily.PLANNING, "/api/auth/logout", "End this login and its tokens")
                        .answersBare(Ended.class)
                        .handle(this::logout));
    }

    private Reply login(Call call) {
        var given = call.body(Credentials.class);
        if (!given.email().matches(EMAIL)) {
            call.fault(FieldError.body("email", given.email(), new Rule.Pattern(EMAIL, "an e-mail address")));
        }
        call.checked();
        var login = logins.login(ApiFamily.PLANNING, given.email(), given.password(), call.clientAddress(), LIFE);
        return new Reply(
                "Login successful",
                new Login(login.access().text(), login.refresh().text(), PlanningUser.of(login.user())));
    }

    private Token refresh(Call call) {
        var issued = logins.refresh(ApiFamily.PLANNING, call.body(Refresh.class).refreshToken(), LIFE);
        return new Token(issued.text(), LIFE.toSeconds());
    }

    private Answer logout(Call call) {
        call.token().ifPresent(token -> logins.logout(ApiFamily.PLANNING, token));
        return Answer.bare(new Ended(true, "Logged out successfully"));
    }
}
