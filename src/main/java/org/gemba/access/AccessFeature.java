package org.gemba.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gemba.access.data.RoleTable;
import org.gemba.access.data.SessionTable;
import org.gemba.access.data.UserTable;
import org.gemba.access.http.AuthRoutes;
import org.gemba.access.http.InventoryAuthRoutes;
import org.gemba.access.http.InventoryUserRoutes;
import org.gemba.access.http.KpiAuthRoutes;
import org.gemba.access.http.KpiUserRoutes;
import org.gemba.access.http.PlanningAuthRoutes;
import org.gemba.access.http.PlanningUserRoutes;
import org.gemba.access.http.RoleRoutes;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.security.PasswordHash;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires users, tokens and logins.
public final class AccessFeature implements Feature, HttpFeature {
    private static final int DAY_MINUTES = 1440;
    private static final int YEAR_MINUTES = 525_600;

    private final AccessService service;
    private final RoleService roles;
    private final Logins logins;
    private final Tokens tokens;
    private final LoginThrottle throttle;
    private final PasswordHash hashes;

    public AccessFeature(
            Database database,
            Audit audit,
            AuthSecrets secrets,
            SettingsSource settings,
            PasswordHash hashes,
            Clock clock) {
        var sessions = new SessionTable(database, clock);
        var roleTable = new RoleTable(database, sessions, audit);
        var users = new UserTable(database, sessions, audit, clock);
        var shared = new SharedLogin(secrets.password(), settings.flag("MTO_SHARED_READ_ONLY", false));
        var life = settings.number("AUTH_TOKEN_EXPIRE_MINUTES", DAY_MINUTES, 1, YEAR_MINUTES);
        this.hashes = hashes;
        this.throttle = new LoginThrottle(clock, settings.flag("GEMBA_RATE_LIMITS", true));
        this.tokens = new Tokens(sessions, secrets.signingKey(), shared, clock);
        this.service = new AccessService(
                users, roleTable, sessions, hashes, throttle, tokens, shared, Duration.ofMinutes(life), clock);
        this.roles = new RoleService(roleTable, sessions);
        this.logins = new Logins(service, users, tokens);
    }

    @Override
    public String id() {
        return "access";
    }

    public AccessService service() {
        return service;
    }

    public RoleService roles() {
        return roles;
    }

    public Logins logins() {
        return logins;
    }

    public Tokens tokens() {
        return tokens;
    }

    public LoginThrottle throttle() {
        return throttle;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        new AuthRoutes(service).routes(),
                        new KpiAuthRoutes(logins).routes(),
                        new KpiUserRoutes(service).routes(),
                        new InventoryAuthRoutes(logins).routes(),
                        new InventoryUserRoutes(service, roles).routes(),
                        new RoleRoutes(roles).routes(),
                        new PlanningAuthRoutes(logins).routes(),
                        new PlanningUserRoutes(service).routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void stop() {
        hashes.close();
    }
}
