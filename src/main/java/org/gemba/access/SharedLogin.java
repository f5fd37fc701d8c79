package org.gemba.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gemba.platform.config.Secret;

/// The password that everybody of the MTO API shares. Who knows it may take any name; the name proves nothing, so the
/// caller is good for that API only.
///
/// @param readOnly such callers may look up, not sync, warm or clear
record SharedLogin(Secret password, boolean readOnly) {
    boolean matches(String given) {
        return MessageDigest.isEqual(digest(given), digest(password.value()));
    }

    Caller caller(String typedName) {
        return new Caller(
                "shared:" + typedName,
                typedName,
                Role.MTO_SHARED,
                permissions(),
                Set.of(ApiFamily.MTO),
                List.of(),
                null);
    }

    Set<Permission> permissions() {
        if (!readOnly) return RolePermissions.of(Role.MTO_SHARED);
        return EnumSet.of(Permission.MTO_READ, Permission.CHAT);
    }

    /// Ties a token to the password that it was issued for, so that another password ends all such tokens. It tells
    /// nothing of the password: that has passed through a hash with a purpose of its own and is cut short.
    String mark() {
        return HexFormat.of().formatHex(digest("mark of " + password.value()), 0, 4);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
