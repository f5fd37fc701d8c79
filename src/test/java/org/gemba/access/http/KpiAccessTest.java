package org.gemba.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemba.access.Role;
import org.gemba.web.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Login, refresh and users of the KPI document.
class KpiAccessTest {
    @TempDir
    private static Path folder;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(folder);
        server.add("operator1", Role.OPERATOR_DATAENTRY, "BOOT-LINE-A");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String login(String name) {
        return "{\"username\":\"" + name + "\",\"password\":\"" + AccessServer.PASSWORD + "\"}";
    }

    @Test
    void loginAndRefreshAnswerAsPrinted() {
        var got = server.post("/api/v1/auth/login", login("operator1"));
        Contract.of("kpi.post_api_v1_auth_login").assertSuccess(got);
        assertThat(got.json().at("/user/user_id").stringValue()).matches("USR-\\d{3}");
        assertThat(got.json().at("/user/client_id").stringValue()).isEqualTo("BOOT-LINE-A");
        assertThat(got.json().get("expires_in").intValue()).isEqualTo(3600);
        var refresh = got.json().get("refresh_token").stringValue();
        for (int i = 0; i < 2; i++) {
            var again = server.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}");
            Contract.of("kpi.post_api_v1_auth_refresh").assertSuccess(again);
        }
        var access = got.json().get("access_token").stringValue();
        var wrong = server.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + access + "\"}");
        Contract.of("kpi.post_api_v1_auth_refresh").assertError(wrong, 401, "UNAUTHORIZED");
        assertThat(server.http.get("/api/v1/users", refresh).status()).isEqualTo(401);
        assertThat(server.http.get("/api/v1/users", access).status()).isEqualTo(403);
    }

    @Test
    void wrongAndMissingAnswerAsPrinted() {
        var contract = Contract.of("kpi.post_api_v1_auth_login");
        contract.assertError(
                server.post("/api/v1/auth/login", "{\"username\":\"operator1\",\"password\":\"x\"}"),
                401,
                "UNAUTHORIZED");
        contract.assertError(
                server.post("/api/v1/auth/login", "{\"username\":\"operator1\"}"), 400, "VALIDATION_ERROR");
        contract.assertError(server.post("/api/v1/auth/login", "{"), 400, "VALIDATION_ERROR");
        Contract.of("kpi.post_api_v1_auth_refresh")
                .assertError(server.post("/api/v1/auth/refresh", "{}"), 400, "VALIDATION_ERROR");
    }

    @Test
    void administratorsLookAfterUsersAndAChangeEndsTheirSessions() {
        var boss = server.token("boss");
        var made = server.http.post("/api/v1/users", boss, """
                        {"username":"leader.two","full_name":"陈伟","password":"long enough here","role":"LEADER_DATACONFIG",
                         "client_id":"BOOT-LINE-A, SOCK-FAC-B"}""");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var id = made.json().get("user_id").stringValue();
        assertThat(made.json().get("client_ids").size()).isEqualTo(2);
        assertThat(made.text()).doesNotContain("password");
        var twice = server.http.post(
                "/api/v1/users",
                boss,
                "{\"username\":\"LEADER.two\",\"password\":\"long enough here\",\"role\":\"VIEWER\"}");
        assertThat(twice.status()).isEqualTo(409);
        var list = server.http.get("/api/v1/users?limit=1&page=2", boss).json();
        assertThat(list.get("results").size()).isEqualTo(1);
        assertThat(list.get("total").intValue()).isGreaterThanOrEqualTo(3);
        var token = server.token("leader.two");
        var changed = server.http.put(
                "/api/v1/users/" + id, boss, "{\"role\":\"OPERATOR_DATAENTRY\",\"client_id\":\"SOCK-FAC-B\"}");
        assertThat(changed.json().get("client_ids").toString()).isEqualTo("[\"SOCK-FAC-B\"]");
        assertThat(server.http.get("/users/me", token).status()).isEqualTo(401);
        var cleared = server.http.put("/api/v1/users/" + id, boss, "{\"client_id\":null,\"is_active\":false}");
        assertThat(cleared.json().get("client_id").isNull()).isTrue();
        assertThat(server.post("/api/v1/auth/login", login("leader.two")).status())
                .isEqualTo(401);
        assertThat(server.http.put("/api/v1/users/USR-999", boss, "{}").status())
                .isEqualTo(404);
        assertThat(server.http
                        .put("/api/v1/users/" + id, boss, "{\"username\":\"other\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLastAdministratorRemainsOne() {
        var boss = server.token("boss");
        var id = server.feature.service().findByName("boss").orElseThrow().id();
        for (var change : java.util.List.of("{\"role\":\"VIEWER\"}", "{\"is_active\":false}")) {
            assertThat(server.http.put("/api/v1/users/" + id, boss, change).status())
                    .as(change)
                    .isEqualTo(409);
        }
        assertThat(server.http
                        .get("/api/v1/users/" + id, boss)
                        .json()
                        .get("role")
                        .stringValue())
                .isEqualTo("ADMIN");
    }
}
