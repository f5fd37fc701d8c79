package org.gemba.access;

import java.time.Duration;
import java.util.UUID;
import org.gemba.access.data.UserTable;

/// Logins of users over the APIs: a short token for calling, a long one for nothing but getting the next short one.
/// Both belong to one login and end with it. The long one is not replaced when it is used, as no document has a place
/// for a new one.
public final class Logins {
    public static final Duration REFRESH_LIFE = Duration.ofDays(7);

    private final AccessService access;
    private final UserTable users;
    private final Tokens tokens;

    /// Somebody who has just proved who they are.
    ///
    /// @param access good for every family that the user may use
    /// @param refresh good for {@link Logins#refresh} of one family
    public record Login(User user, Tokens.Issued access, Tokens.Issued refresh) {}

    Logins(AccessService access, UserTable users, Tokens tokens) {
        this.access = access;
        this.users = users;
        this.tokens = tokens;
    }

    /// @param name a username or an e-mail address
    /// @throws AppError.Unauthenticated alike for unknown, disabled and wrong
    /// @throws AppError.RateLimited after too many failures
    public Login login(ApiFamily family, String name, String password, String address, Duration life) {
        var user = access.login(name, password, address);
        var login = UUID.randomUUID();
        var granted = tokens.issue(user.caller(), life, login);
        var refresh = tokens.issueRefresh(user.caller(), family, REFRESH_LIFE, login);
        return new Login(users.loggedIn(user.id()), granted, refresh);
    }

    /// A new short token; the user is read again.
    ///
    /// @throws AppError.Unauthenticated for a token that is no refresh token of this family or has ended
    public Tokens.Issued refresh(ApiFamily family, String refreshToken, Duration life) {
        var known = tokens.refreshed(refreshToken, family);
        var user = user(known.subject());
        return tokens.issue(user.caller(), life, known.login());
    }

    private User user(String subject) {
        try {
            return users.find(UUID.fromString(subject)).filter(User::active).orElseThrow(Tokens::refused);
        } catch (IllegalArgumentException e) {
            throw Tokens.refused();
        }
    }

    /// Ends the login that a token of either kind belongs to; of a token that is not good there is nothing to end.
    public void logout(ApiFamily family, String token) {
        tokens.endLogin(token, family);
    }
}
