package org.gemba.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.security.PasswordHash;
import org.jspecify.annotations.Nullable;

/// What names and passwords may be.
final class UserRules {
    static final int SHORTEST_PASSWORD = 12;
    private static final String NAME = "^[\\p{L}\\p{N}._-]{2,50}$";
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_CLIENTS = 20;
    /// Literal paths beside `/users/{user_id}`, and names that mean somebody else.
    private static final Set<String> RESERVED =
            Set.of("all", "register", "my", "me", "by-username", "update_password", "system", "nobody");

    private static final Set<String> ROLES_OF_NOBODY = Set.of(Role.MTO_SHARED.name(), Role.CUSTOMER.name());
    private static final Set<String> GUESSED_FIRST = Set.of(
            "password1234",
            "passwordpassword",
            "123456789012",
            "1234567890123",
            "111111111111",
            "000000000000",
            "qwertyuiopas",
            "qwertyuiop123",
            "qwerty123456",
            "abcdefghijkl",
            "abc123456789",
            "iloveyou1234",
            "administrator",
            "admin123456789",
            "adminadminadmin",
            "welcome12345",
            "letmein123456",
            "changeme1234",
            "changemechangeme",
            "a12345678910",
            "woaini1314520");

    private UserRules() {}

    static void check(NewUser user) {
        var faults = new ArrayList<FieldError>();
        var name = user.username();
        if (!name.matches(NAME)) {
            faults.add(FieldError.body(
                    "username", name, new Rule.Pattern(NAME, "2 to 50 letters, digits, dots, hyphens or underscores")));
        } else if (RESERVED.contains(key(name))) {
            faults.add(FieldError.body("username", name, new Rule.Broken("is a reserved word")));
        }
        checkCommon(faults, user.email(), user.fullName(), user.role(), user.clientIds());
        checkPassword(faults, user.password(), name);
        refuse(faults);
    }

    static void check(UserChange change) {
        var faults = new ArrayList<FieldError>();
        checkCommon(faults, change.email(), change.fullName(), change.role(), change.clientIds());
        refuse(faults);
    }

    static void checkPassword(String password, String username) {
        var faults = new ArrayList<FieldError>();
        checkPassword(faults, password, username);
        refuse(faults);
    }

    private static void checkCommon(
            List<FieldError> faults, @Nullable String email, String fullName, Role role, List<String> clientIds) {
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            faults.add(FieldError.body("email", email, new Rule.Pattern(EMAIL.pattern(), "an e-mail address")));
        }
        if (fullName.length() > LONGEST_NAME) {
            faults.add(FieldError.body("full_name", fullName.length(), new Rule.TooLong(LONGEST_NAME)));
        }
        if (ROLES_OF_NOBODY.contains(role.name())) {
            faults.add(FieldError.body("role", role.name(), new Rule.Broken("is not a role of users")));
        }
        for (var client : clientIds) {
            if (client.matches("[A-Za-z0-9._-]{1,50}")) continue;
            faults.add(FieldError.body(
                    "client_id", client, new Rule.Pattern("^[A-Za-z0-9._-]{1,50}$", "the short name of a client")));
        }
        if (clientIds.size() > MOST_CLIENTS) {
            faults.add(FieldError.body("client_id", clientIds.size(), new Rule.TooManyItems(MOST_CLIENTS)));
        }
    }

    /// Length is what makes a password strong, so there is no rule about kinds of characters.
    private static void checkPassword(List<FieldError> faults, String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            faults.add(FieldError.body("password", null, new Rule.TooShort(SHORTEST_PASSWORD)));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > PasswordHash.MOST_BYTES) {
            faults.add(FieldError.body(
                    "password", null, new Rule.Broken("must have at most " + PasswordHash.MOST_BYTES + " bytes")));
        } else if (isGuessedFirst(password, username)) {
            faults.add(FieldError.body("password", null, new Rule.Broken("is one of those that are guessed first")));
        }
    }

    private static boolean isGuessedFirst(String password, String username) {
        var lower = password.toLowerCase(Locale.ROOT);
        return GUESSED_FIRST.contains(lower)
                || lower.chars().distinct().count() < 4
                || lower.contains(key(username)) && lower.length() <= username.length() + SHORTEST_PASSWORD / 2;
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
    }

    /// What makes two names the same.
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
