package org.gemba.access.http;

import java.util.List;
import org.gemba.access.AccessService;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// `/api/auth/token` and `/api/auth/verify` of the MTO document.
public final class AuthRoutes {
    private static final int LONGEST_NAME = 100;

    private final AccessService access;

    record LoginForm(String username, String password) {}

    record Token(String accessToken, String tokenType) {}

    record Verified(boolean valid, String username) {}

    public AuthRoutes(AccessService access) {
        this.access = access;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.MTO, "/api/auth/token", "Obtain a token with the shared password")
                        .open()
                        .perMinute(5)
                        .takesForm(LoginForm.class)
                        .answers(Token.class)
                        .handle(this::token),
                Route.get(ApiFamily.MTO, "/api/auth/verify", "Verify that a token still holds")
                        .answers(Verified.class)
                        .handle(call -> new Verified(true, call.caller().username())));
    }

    private Token token(Call call) {
        var username = required(call, "username");
        var password = required(call, "password");
        if (username.length() > LONGEST_NAME) {
            call.fault(FieldError.body("username", username.length(), new Rule.TooLong(LONGEST_NAME)));
        }
        call.checked();
        return new Token(
                access.sharedLogin(username, password, call.clientAddress()).text(), "bearer");
    }

    private static String required(Call call, String field) {
        var value = call.form(field).orElse("");
        if (value.isEmpty()) call.fault(FieldError.body(field, null, new Rule.Required()));
        return value;
    }
}
