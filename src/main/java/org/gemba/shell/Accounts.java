package org.gemba.shell;

import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.jspecify.annotations.Nullable;

/// Who may use the desktop. Every method may block and is called off the FX thread.
public interface Accounts {
    /// The fewest characters that a password has; what the form says under the field.
    int leastPasswordLength();

    /// Logs in at the desktop.
    ///
    /// @throws org.gemba.platform.error.AppError.Unauthenticated when name or password is wrong, or the user disabled
    /// @throws org.gemba.platform.error.AppError.RateLimited after too many wrong tries
    Caller login(String username, String password);

    /// Ends what {@link #login} began.
    void logout(Caller caller);

    List<Account> list(Caller asking);

    /// @throws org.gemba.platform.error.AppError.InvalidInput naming the fields `username`, `password`, `email`, `role`
    /// @throws org.gemba.platform.error.AppError.Conflict when the name is taken
    void add(Caller asking, NewAccount account);

    /// Changes role, e-mail and whether the user may log in; sessions of a disabled user end.
    ///
    /// @throws org.gemba.platform.error.AppError.Conflict when no active administrator would be left
    void change(Caller asking, Account account);

    /// Sets a password and ends the user's sessions.
    void setPassword(Caller asking, String id, String password);

    /// One row of the user list.
    ///
    /// @param clientId the KPI tenant that the user is narrowed to; null for none
    record Account(
            String id,
            String username,
            @Nullable String email,
            Role role,
            @Nullable String clientId,
            boolean active) {}

    /// A user to be.
    record NewAccount(
            String username,
            String password,
            Role role,
            @Nullable String email,
            @Nullable String clientId) {
        @Override
        public String toString() {
            return "NewAccount[" + username + ", " + role + "]";
        }
    }
}
