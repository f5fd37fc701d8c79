package org.gemba.access.http;

import java.time.Duration;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Logins;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/v1/auth` of the KPI document. The login also gives the refresh token that the document's refresh asks for.
public final class KpiAuthRoutes {
    private static final Duration LIFE = Duration.ofHours(1);

    private final Logins logins;

    record Credentials(String username, String password) {}

    record Refresh(String refreshToken) {}

    record Person(
            String userId,
            String username,
            String fullName,
            Role role,
            @Nullable String clientId) {
        static Person of(User user) {
            return new Person(
                    KpiAuthRoutes.userId(user), user.username(), user.fullName(), user.role(), user.clientId());
        }
    }

    record Login(String accessToken, String tokenType, long expiresIn, String refreshToken, Person user) {}

    record Token(String accessToken, String tokenType, long expiresIn) {}

    public KpiAuthRoutes(Logins logins) {
        this.logins = logins;
    }

    /// As the document prints it: `USR-002`.
    static String userId(User user) {
        return "USR-%03d".formatted(user.number());
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/auth/login", "Log in by username")
                        .open()
                        .takes(Credentials.class)
                        .answers(Login.class)
                        .handle(this::login),
                Route.post(ApiFamily.KPI, "/api/v1/auth/refresh", "A new access token for a refresh token")
                        .open()
                        .takes(Refresh.class)
                        .answers(Token.class)
                        .handle(this::refresh));
    }

    private Login login(Call call) {
        var given = call.body(Credentials.class);
        var login = logins.login(ApiFamily.KPI, given.username(), given.password(), call.clientAddress(), LIFE);
        return new Login(
                login.access().text(),
                "bearer",
                LIFE.toSeconds(),
                login.refresh().text(),
                Person.of(login.user()));
    }

    private Token refresh(Call call) {
        var issued = logins.refresh(ApiFamily.KPI, call.body(Refresh.class).refreshToken(), LIFE);
        return new Token(issued.text(), "bearer", LIFE.toSeconds());
    }
}
