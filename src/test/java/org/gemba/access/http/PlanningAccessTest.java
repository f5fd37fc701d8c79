package org.gemba.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.gemba.access.Role;
import org.gemba.web.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins by e-mail address and users of the planning document.
class PlanningAccessTest {
    private static final String GOOD =
            "{\"email\":\"Boss@Example.com\",\"password\":\"" + AccessServer.PASSWORD + "\"}";

    @TempDir
    private static Path folder;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(folder);
        server.add("manager", Role.POWERUSER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void loginRefreshAndLogoutAnswerAsPrinted() {
        var login = server.post("/api/auth/login", GOOD);
        Contract.of("planning.post_api_auth_login").assertSuccess(login);
        assertThat(login.json().at("/data/user/role").stringValue()).isEqualTo("admin");
        assertThat(login.json().at("/data/user/first_name").stringValue()).isEqualTo("Anna");
        var refresh =
                "{\"refresh_token\":\"" + login.json().at("/data/refresh_token").stringValue() + "\"}";
        var again = server.post("/api/auth/refresh", refresh);
        Contract.of("planning.post_api_auth_refresh").assertSuccess(again);
        assertThat(again.json().at("/data/expires_in").intValue()).isEqualTo(86400);
        var token = again.json().at("/data/access_token").stringValue();
        var out =
                server.http.send(server.http.request("/api/auth/logout", token).POST(BodyPublishers.noBody()));
        Contract.of("planning.post_api_auth_logout").assertSuccess(out);
        Contract.of("planning.post_api_auth_refresh")
                .assertError(server.post("/api/auth/refresh", refresh), 401, "AUTHENTICATION_REQUIRED");
        var after =
                server.http.send(server.http.request("/api/auth/logout", token).POST(BodyPublishers.noBody()));
        Contract.of("planning.post_api_auth_logout").assertError(after, 401, "AUTHENTICATION_REQUIRED");
    }

    @Test
    void wrongAndMissingAnswerAsPrinted() {
        var contract = Contract.of("planning.post_api_auth_login");
        contract.assertError(
                server.post("/api/auth/login", "{\"email\":\"boss@example.com\",\"password\":\"x\"}"),
                401,
                "AUTHENTICATION_REQUIRED");
        contract.assertError(
                server.post("/api/auth/login", "{\"email\":\"boss\",\"password\":\"x\"}"), 400, "VALIDATION_ERROR");
        contract.assertError(server.post("/api/auth/login", "{\"password\":\"x\"}"), 400, "VALIDATION_ERROR");
        Contract.of("planning.post_api_auth_refresh")
                .assertError(server.post("/api/auth/refresh", "{}"), 400, "VALIDATION_ERROR");
    }

    @Test
    void aTokenOfTheSharedPasswordIsGoodForNoOtherFamily() {
        var shared = server.http
                .form("/api/auth/token", "username=admin&password=shared+in+the+office")
                .json()
                .get("access_token")
                .stringValue();
        assertThat(server.http.get("/api/users", shared).status()).isEqualTo(401);
        assertThat(server.http.get("/users/all", shared).status()).isEqualTo(401);
        assertThat(server.http.get("/api/v1/users", shared).status()).isEqualTo(401);
        assertThat(server.http.get("/api/auth/verify", server.token("boss")).status())
                .isEqualTo(200);
    }

    @Test
    void administratorsLookAfterUsers() {
        var boss = server.token("boss");
        var body = "{\"email\":\"jane.roe@example.com\",\"password\":\"long enough here\",\"first_name\":\"Jane Q.\","
                + "\"last_name\":\"Roe\",\"role\":\"manager\"}";
        var made = server.http.post("/api/users", boss, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var data = made.json().get("data");
        assertThat(data.get("username").stringValue()).isEqualTo("jane.roe");
        assertThat(data.get("first_name").stringValue()).isEqualTo("Jane Q.");
        assertThat(server.feature.service().findByName("jane.roe").orElseThrow().role())
                .isEqualTo(Role.LEADER_DATACONFIG);
        assertThat(server.http.post("/api/users", boss, body).status()).isEqualTo(409);
        int id = data.get("id").intValue();
        var changed = server.http.put("/api/users/" + id, boss, "{\"last_name\":\"Doe\",\"role\":\"viewer\"}");
        assertThat(changed.json().at("/data/last_name").stringValue()).isEqualTo("Doe");
        assertThat(changed.json().at("/data/role").stringValue()).isEqualTo("viewer");
        var named = server.http.put("/api/users", boss, "{\"id\":" + id + ",\"is_active\":false}");
        assertThat(named.json().at("/data/is_active").booleanValue()).isFalse();
        var list = server.http.get("/api/users?per_page=2", boss);
        assertThat(list.json().at("/data/users").size()).isEqualTo(2);
        assertThat(list.json().at("/data/pagination/has_next").booleanValue()).isTrue();
        assertThat(server.http.get("/api/users?per_page=101", boss).status()).isEqualTo(400);
        assertThat(server.http.get("/api/users", server.token("manager")).status())
                .isEqualTo(403);
    }

    @Test
    void whoIsAManagerStaysTheManagerThatTheyAre() {
        var manager = server.feature.service().findByName("manager").orElseThrow();
        var same = server.http.put("/api/users/" + manager.number(), server.token("boss"), "{\"role\":\"manager\"}");
        assertThat(same.status()).isEqualTo(200);
        assertThat(server.feature.service().findByName("manager").orElseThrow().role())
                .isEqualTo(Role.POWERUSER);
        var odd = server.http.put("/api/users/" + manager.number(), server.token("boss"), "{\"role\":\"wizard\"}");
        assertThat(odd.status()).isEqualTo(400);
    }
}
