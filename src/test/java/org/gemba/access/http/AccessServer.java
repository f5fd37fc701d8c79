package org.gemba.access.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gemba.access.AccessFeature;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.security.PasswordHash;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;

/// The real logins over real HTTP, without limits, with an administrator `boss` whose address is `boss@example.com`.
final class AccessServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final String SHARED = "shared in the office";

    final Database database;
    final AccessFeature feature;
    final TestServer http;

    AccessServer(Path folder) {
        database = TestDatabase.open(folder);
        var secrets = new AuthSecrets(new Secret(SHARED), new Secret("k".repeat(40)));
        var settings =
                new SettingsSource(name -> name.equals("GEMBA_RATE_LIMITS") ? Optional.of("off") : Optional.empty());
        var clock = Clock.systemUTC();
        feature = new AccessFeature(database, new Audit(clock), secrets, settings, new PasswordHash(4), clock);
        http = TestServer.with(WebSettings.from(settings, "127.0.0.1", 0), feature.routes(), feature.tokens(), clock);
        add("boss", Role.ADMIN);
    }

    User add(String name, Role role, String... clients) {
        var wanted = new NewUser(name, name + "@example.com", "Anna " + name, PASSWORD, role, List.of(clients));
        return feature.service().add(Caller.system(), wanted);
    }

    /// A token for calling.
    String token(String name) {
        var user = feature.service().findByName(name).orElseThrow();
        return feature.tokens()
                .issue(user.caller(), java.time.Duration.ofHours(1))
                .text();
    }

    TestServer.Got post(String path, String json) {
        return http.send(java.net.http.HttpRequest.newBuilder(http.uri(path))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        http.close();
        feature.stop();
        database.close();
    }
}
