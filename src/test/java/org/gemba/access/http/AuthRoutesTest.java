package org.gemba.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gemba.access.AccessFeature;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.security.PasswordHash;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documented login over real HTTP with real tokens.
class AuthRoutesTest {
    private static final String PASSWORD = "shared in the office";

    @TempDir
    private static Path folder;

    private static Database database;
    private static AccessFeature feature;
    private static TestServer server;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var secrets = new AuthSecrets(new Secret(PASSWORD), new Secret("k".repeat(40)));
        var settings =
                new SettingsSource(name -> name.equals("GEMBA_RATE_LIMITS") ? Optional.of("off") : Optional.empty());
        feature = new AccessFeature(
                database, new Audit(Clock.systemUTC()), secrets, settings, new PasswordHash(4), Clock.systemUTC());
        var web = WebSettings.from(settings, "127.0.0.1", 0);
        server = TestServer.with(web, feature.routes(), feature.tokens(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
        feature.stop();
        database.close();
    }

    private static String token(String name) {
        var got = server.form("/api/auth/token", "username=" + name + "&password=shared+in%20the+office&scope=");
        Contract.of("mto.post_api_auth_token").assertSuccess(got);
        assertThat(got.json().get("token_type").stringValue()).isEqualTo("bearer");
        return got.json().get("access_token").stringValue();
    }

    @Test
    void anyNameWithTheSharedPasswordGetsATokenThatVerifies() {
        var verified = server.get("/api/auth/verify", token("%E6%9D%8E%E6%98%8E"));
        Contract.of("mto.get_api_auth_verify").assertSuccess(verified);
        assertThat(verified.text()).isEqualTo("{\"valid\":true,\"username\":\"李明\"}");
    }

    @Test
    void aWrongPasswordAndAWrongTokenAnswerAsPrinted() {
        var wrong = server.form("/api/auth/token", "username=admin&password=quickpulse");
        Contract.of("mto.post_api_auth_token").assertError(wrong, 401, "unauthorized");
        Contract.of("mto.get_api_auth_verify")
                .assertError(server.get("/api/auth/verify", "nonsense"), 401, "unauthorized");
    }

    @Test
    void missingFieldsAndAJsonBodyAreFaultsOfFields() {
        var json = server.send(server.request("/api/auth/token", "")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"a\",\"password\":\"b\"}")));
        Contract.of("mto.post_api_auth_token").assertError(json, 422, "validation_error");
        assertThat(json.json().get("detail").size()).isEqualTo(2);
        var half = server.form("/api/auth/token", "username=admin");
        assertThat(half.json().at("/detail").toString()).isEqualTo("""
                        [{"loc":["body","password"],"msg":"field required","type":"value_error.missing"}]""");
    }

    @Test
    void aUsersTokenIsGoodHereTooUntilTheUserIsDisabled() {
        var boss = new NewUser("boss", null, "", "correct horse battery", Role.ADMIN, List.of());
        var anna = new NewUser("anna", null, "", "correct horse battery", Role.VIEWER, List.of());
        feature.service().add(Caller.system(), boss);
        var user = feature.service().add(Caller.system(), anna);
        var token = feature.tokens().issue(user.caller(), Duration.ofHours(1)).text();
        assertThat(server.get("/api/auth/verify", token).status()).isEqualTo(200);
        feature.service().disable(Caller.system(), user.id());
        assertThat(server.get("/api/auth/verify", token).status()).isEqualTo(401);
    }
}
