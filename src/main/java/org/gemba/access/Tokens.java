package org.gemba.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gemba.access.data.SessionTable;
import org.gemba.platform.config.Secret;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Issues and checks tokens: HS256 and nothing else, signed with one key, each good for the families in its audience
/// only, each with a session that can be ended at once.
public final class Tokens implements Callers {
    /// Where the token of a user of our own is good: everywhere but tracking, which knows customers only.
    public static final Set<ApiFamily> USER_FAMILIES =
            Set.of(ApiFamily.MTO, ApiFamily.KPI, ApiFamily.INVENTORY, ApiFamily.PLANNING);

    private static final int LONGEST_TOKEN = 4096;
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    private static final String REFUSED = "Could not validate credentials";

    private final SessionTable sessions;
    private final byte[] key;
    private final JWSVerifier verifier;
    private final SharedLogin shared;
    private final Clock clock;

    /// A token and its end.
    ///
    /// @param text what the client sends back; never logged
    public record Issued(UUID id, String text, Instant expires) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    Tokens(SessionTable sessions, Secret key, SharedLogin shared, Clock clock) {
        this.sessions = sessions;
        this.key = key.value().getBytes(StandardCharsets.UTF_8);
        this.shared = shared;
        this.clock = clock;
        try {
            this.verifier = new MACVerifier(this.key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the signing key is too short", e);
        }
    }

    /// A token for calling, in the families that the caller has.
    public Issued issue(Caller caller, Duration life) {
        return issue(caller, life, UUID.randomUUID());
    }

    /// A token for calling that ends together with the others of its login.
    Issued issue(Caller caller, Duration life, UUID login) {
        return issue(caller, caller.families(), ACCESS, life, login);
    }

    /// A token that is good for nothing but {@link #refreshed}, in one family.
    Issued issueRefresh(Caller caller, ApiFamily family, Duration life, UUID login) {
        return issue(caller, Set.of(family), REFRESH, life, login);
    }

    private Issued issue(Caller caller, Set<ApiFamily> families, String type, Duration life, UUID login) {
        var id = UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expires = now.plus(life);
        var audience = families.stream()
                .map(family -> family.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        sessions.insert(id, login, caller.subject(), type, String.join(",", audience), expires);
        var claims = new JWTClaimsSet.Builder()
                .subject(caller.subject())
                .claim("username", caller.username())
                .claim("role", caller.role().name())
                .claim("client_id", caller.clientId())
                .claim("client_ids", caller.clientIds().size() > 1 ? caller.clientIds() : null)
                .claim("customer_id", caller.customerId())
                .claim("perms", further(caller))
                .claim("typ", type)
                .claim("pwd", caller.role() == Role.MTO_SHARED ? shared.mark() : null)
                .audience(audience)
                .jwtID(id.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        return new Issued(id, signed(claims), expires);
    }

    /// The rights of custom roles; when these change the session ends, so a token may carry them.
    private static @Nullable List<String> further(Caller caller) {
        if (caller.role() == Role.MTO_SHARED) return null;
        var base = RolePermissions.of(caller.role());
        var more = caller.permissions().stream()
                .filter(right -> !base.contains(right))
                .map(Permission::value)
                .sorted()
                .toList();
        return more.isEmpty() ? null : more;
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    @Override
    public Caller of(String token, ApiFamily family) {
        return check(token, family, ACCESS).caller();
    }

    @Override
    public Optional<Instant> ends(String token, ApiFamily family) {
        try {
            return Optional.of(check(token, family, ACCESS).ends());
        } catch (AppError.Unauthenticated e) {
            return Optional.empty();
        }
    }

    /// Who a refresh token is for, and of which login.
    record Refreshed(String subject, UUID login) {}

    /// @throws AppError.Unauthenticated for every other kind of token
    Refreshed refreshed(String token, ApiFamily family) {
        var good = check(token, family, REFRESH);
        return new Refreshed(good.caller().subject(), sessions.login(good.id()));
    }

    /// Ends the login that a token belongs to, whichever kind it is of.
    void endLogin(String token, ApiFamily family) {
        for (var type : List.of(ACCESS, REFRESH)) {
            try {
                sessions.revokeLogin(sessions.login(check(token, family, type).id()));
                return;
            } catch (AppError.Unauthenticated e) {
                // of the other kind, or no good token
            }
        }
    }

    /// Ends the session of one token; of a token that is not good there is nothing to end.
    public void revoke(String token, ApiFamily family) {
        sessions.revoke(check(token, family, ACCESS).id());
    }

    /// Ends every session of a subject.
    public void revokeAll(String subject) {
        sessions.revokeAll(subject);
    }

    private record Good(UUID id, Caller caller, Instant ends) {}

    private Good check(String text, ApiFamily family, String type) {
        try {
            if (text.length() > LONGEST_TOKEN) throw refused();
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier))
                throw refused();
            var claims = token.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            if (expires == null || !clock.instant().isBefore(expires.toInstant())) throw refused();
            if (!type.equals(claims.getStringClaim("typ"))) throw refused();
            var families = families(claims.getAudience());
            if (!families.contains(family)) throw refused();
            var id = UUID.fromString(String.valueOf(claims.getJWTID()));
            var caller = caller(claims, families);
            if (!sessions.isAlive(id)) throw refused();
            return new Good(id, caller, expires.toInstant());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private Caller caller(JWTClaimsSet claims, Set<ApiFamily> families) throws ParseException {
        var role = Role.valueOf(String.valueOf(claims.getStringClaim("role")));
        var subject = text(claims.getSubject());
        if (role == Role.MTO_SHARED && !shared.mark().equals(claims.getStringClaim("pwd"))) throw refused();
        return new Caller(
                subject,
                text(claims.getStringClaim("username")),
                role,
                permissions(role, claims),
                families,
                clients(claims),
                claims.getStringClaim("customer_id"));
    }

    private Set<Permission> permissions(Role role, JWTClaimsSet claims) throws ParseException {
        if (role == Role.MTO_SHARED) return shared.permissions();
        var rights = EnumSet.copyOf(RolePermissions.of(role));
        var further = claims.getStringListClaim("perms");
        if (further != null) further.forEach(name -> Permission.find(name).ifPresent(rights::add));
        return rights;
    }

    private static List<String> clients(JWTClaimsSet claims) throws ParseException {
        var several = claims.getStringListClaim("client_ids");
        if (several != null) return several;
        var one = claims.getStringClaim("client_id");
        return one == null ? List.of() : List.of(one);
    }

    private static String text(@Nullable String claim) {
        if (claim == null) throw refused();
        return claim;
    }

    private static Set<ApiFamily> families(List<String> audience) {
        return audience.stream()
                .map(name -> ApiFamily.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApiFamily.class)));
    }

    static AppError.Unauthenticated refused() {
        return new AppError.Unauthenticated(REFUSED);
    }
}
