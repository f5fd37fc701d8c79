package org.gemba.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.gemba.access.Role;
import org.gemba.web.Contract;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins, users and roles of the inventory document.
class InventoryAccessTest {
    private static final String GOOD = "{\"username\":\"boss\",\"password\":\"" + AccessServer.PASSWORD + "\"}";

    @TempDir
    private static Path folder;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(folder);
        server.add("anna", Role.OPERATOR_DATAENTRY);
        server.add("chief", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Got withCookie(String path, String cookie, String... headers) {
        var request = HttpRequest.newBuilder(server.http.uri(path)).header("Cookie", cookie);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return server.http.send(request.POST(BodyPublishers.noBody()));
    }

    private static String cookie(Got login) {
        var header = login.header("Set-Cookie").orElseThrow();
        assertThat(header)
                .startsWith("refresh_token=")
                .contains("; Path=/auth; Max-Age=604800; HttpOnly; SameSite=Strict");
        return header.substring(0, header.indexOf(';'));
    }

    @Test
    void loginTakesJsonAndForms() {
        var json = server.post("/auth/login", GOOD);
        Contract.of("inventory.post_auth_login").assertSuccess(json);
        assertThat(json.json().get("message").stringValue()).isEqualTo("Login successful");
        var form = server.http.form("/auth/login", "username=boss&password=correct+horse+battery");
        Contract.of("inventory.post_auth_login").assertSuccess(form);
        cookie(form);
        var mobile = server.post("/auth/mobile-login", GOOD);
        Contract.of("inventory.post_auth_mobile_login").assertSuccess(mobile);
        assertThat(mobile.header("Set-Cookie")).isEmpty();
    }

    @Test
    void wrongLoginsAnswerAsPrinted() {
        var wrong = "{\"username\":\"boss\",\"password\":\"x\"}";
        Contract.of("inventory.post_auth_login").assertError(server.post("/auth/login", wrong), 401, "");
        Contract.of("inventory.post_auth_login")
                .assertError(server.http.form("/auth/login", "username=boss&password=x"), 401, "");
        Contract.of("inventory.post_auth_login").assertError(server.http.form("/auth/login", "username=boss"), 400, "");
        Contract.of("inventory.post_auth_login").assertError(server.post("/auth/login", "{"), 400, "");
        Contract.of("inventory.post_auth_mobile_login").assertError(server.post("/auth/mobile-login", "{}"), 400, "");
        assertThat(server.http
                        .form("/auth/mobile-login", "username=boss&password=x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theCookieRefreshesUntilTheLogout() {
        var login = server.post("/auth/login", GOOD);
        var cookie = cookie(login);
        var first = withCookie("/auth/refresh", cookie);
        Contract.of("inventory.post_auth_refresh").assertSuccess(first);
        assertThat(first.header("Set-Cookie")).isEmpty();
        var token = first.json().get("access_token").stringValue();
        assertThat(server.http.get("/users/me", token).status()).isEqualTo(200);
        assertThat(withCookie("/auth/refresh", cookie, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(withCookie("/auth/refresh", cookie, "Origin", "http://127.0.0.1:" + server.http.port())
                        .status())
                .isEqualTo(200);
        var out = server.http.send(server.http.request("/auth/logout", token).POST(BodyPublishers.noBody()));
        Contract.of("inventory.post_auth_logout").assertSuccess(out);
        assertThat(out.header("Set-Cookie").orElseThrow())
                .startsWith("refresh_token=;")
                .contains("Max-Age=0");
        Contract.of("inventory.post_auth_refresh").assertError(withCookie("/auth/refresh", cookie), 401, "");
        assertThat(server.http.get("/users/me", token).status()).isEqualTo(401);
        assertThat(server.http
                        .get("/users/me", login.json().get("access_token").stringValue())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRefreshWithoutCookieOrWithAnAccessTokenIsRefused() {
        var access = server.post("/auth/login", GOOD).json().get("access_token").stringValue();
        Contract.of("inventory.post_auth_refresh").assertError(withCookie("/auth/refresh", "a=b"), 401, "");
        Contract.of("inventory.post_auth_logout").assertError(withCookie("/auth/logout", "a=b"), 401, "");
        var cookie = cookie(server.post("/auth/login", GOOD));
        assertThat(withCookie("/auth/logout", cookie).status()).isEqualTo(200);
        assertThat(withCookie("/auth/refresh", cookie).status()).isEqualTo(401);
        assertThat(withCookie("/auth/refresh", "refresh_token=" + access).status())
                .isEqualTo(401);
        assertThat(withCookie("/users/me", "refresh_token=x").status()).isEqualTo(405);
    }

    @Test
    void onlyAdministratorsAddUsersWhateverRolesAreAskedFor() {
        var body = "{\"username\":\"berta\",\"email\":\"berta@example.com\",\"password\":\"long enough here\","
                + "\"roles\":[\"manager\"]}";
        assertThat(server.post("/users/register", body).status()).isEqualTo(401);
        assertThat(server.http
                        .post("/users/register", server.token("anna"), body)
                        .status())
                .isEqualTo(403);
        var made = server.http.post("/users/register", server.token("boss"), body);
        Contract.of("inventory.post_users_register").assertSuccess(made);
        assertThat(made.json().at("/data/roles/0/name").stringValue()).isEqualTo("manager");
        Contract.of("inventory.post_users_register")
                .assertError(server.http.post("/users/register", server.token("boss"), body), 409, "");
        var unknown = body.replace("berta", "dora").replace("manager", "wizard");
        var refused = server.http.post("/users/register", server.token("boss"), unknown);
        Contract.of("inventory.post_users_register").assertError(refused, 400, "");
        assertThat(refused.json().at("/data/role_name").stringValue()).isEqualTo("wizard");
        var weak = body.replace("berta", "dora").replace("long enough here", "short");
        Contract.of("inventory.post_users_register")
                .assertError(server.http.post("/users/register", server.token("boss"), weak), 422, "");
    }

    @Test
    void peopleSeeThemselvesAndAdministratorsSeeAll() {
        var anna = server.feature.service().findByName("anna").orElseThrow();
        var all = server.http.get("/users/all", server.token("boss"));
        Contract.of("inventory.get_users_all").assertSuccess(all);
        Contract.of("inventory.get_users_all")
                .assertError(server.http.get("/users/all", server.token("anna")), 403, "");
        var self = server.http.get("/users/" + anna.id(), server.token("anna"));
        Contract.of("inventory.get_users_user_id").assertSuccess(self);
        assertThat(self.text()).doesNotContain("hash", "$2");
        Contract.of("inventory.get_users_by_username_username")
                .assertSuccess(server.http.get("/users/by-username/ANNA", server.token("anna")));
        assertThat(server.http
                        .get("/users/by-username/boss", server.token("anna"))
                        .status())
                .isEqualTo(403);
        for (var id : java.util.List.of(java.util.UUID.randomUUID().toString(), "7", "register")) {
            assertThat(server.http.get("/users/" + id, server.token("boss")).status())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    @Test
    void ofThemselvesPeopleChangeTheirAddressAndNoRights() {
        var dora = server.add("dora2", Role.VIEWER);
        var token = server.token("dora2");
        var own = server.http.put("/users/" + dora.id(), token, "{\"email\":\"new@example.com\"}");
        Contract.of("inventory.put_users_user_id").assertSuccess(own);
        assertThat(own.json().at("/data/email").stringValue()).isEqualTo("new@example.com");
        for (var change : java.util.List.of("{\"roles\":[\"admin\"]}", "{\"is_active\":true}")) {
            assertThat(server.http.put("/users/" + dora.id(), token, change).status())
                    .as(change)
                    .isEqualTo(403);
        }
        var bad = server.http.put("/users/" + dora.id(), token, "{\"email\":\"no address\"}");
        Contract.of("inventory.put_users_user_id").assertError(bad, 400, "");
        var promoted =
                server.http.put("/users/" + dora.id(), server.token("boss"), "{\"roles\":[\"user\",\"power_user\"]}");
        assertThat(promoted.json().at("/data/roles/0/name").stringValue()).isEqualTo("power_user");
        assertThat(server.http.get("/users/me", token).status()).isEqualTo(401);
    }

    @Test
    void aPasswordNeedsTheOldOneAndEndsEveryLogin() {
        var emil = server.add("emil", Role.VIEWER);
        var path = "/users/" + emil.id() + "/password";
        var token = server.token("emil");
        var wrong = server.http.put(path, token, "{\"current_password\":\"x\",\"new_password\":\"another good one\"}");
        Contract.of("inventory.put_users_user_id_password").assertError(wrong, 400, "");
        var none = server.http.put(path, token, "{\"new_password\":\"another good one\"}");
        assertThat(none.status()).isEqualTo(400);
        var right = server.http.put(
                path,
                token,
                "{\"current_password\":\"" + AccessServer.PASSWORD + "\",\"new_password\":\"another good one\"}");
        Contract.of("inventory.put_users_user_id_password").assertSuccess(right);
        assertThat(server.http.get("/users/me", token).status()).isEqualTo(401);
        var byBoss = server.http.put(path, server.token("boss"), "{\"new_password\":\"yet another one\"}");
        assertThat(byBoss.status()).isEqualTo(200);
        assertThat(server.post("/auth/login", "{\"username\":\"emil\",\"password\":\"yet another one\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void usersAreRemovedButNobodyRemovesThemselves() {
        var fritz = server.add("fritz", Role.VIEWER);
        var gone = server.http.delete("/users/" + fritz.id(), server.token("boss"));
        Contract.of("inventory.delete_users_user_id").assertSuccess(gone);
        Contract.of("inventory.delete_users_user_id")
                .assertError(server.http.delete("/users/" + fritz.id(), server.token("boss")), 404, "");
        var boss = server.feature.service().findByName("boss").orElseThrow();
        assertThat(server.http
                        .delete("/users/" + boss.id(), server.token("boss"))
                        .status())
                .isEqualTo(409);
        assertThat(server.http
                        .delete("/users/" + boss.id(), server.token("anna"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void rolesAreMadeGivenAndTakenAndTheFixedOnesStay() {
        var boss = server.token("boss");
        var made = server.http.post(
                "/roles/add_role",
                boss,
                "{\"name\":\"Buyer\",\"description\":\"Buys\",\"permissions\":[\"parts:write\",\"csv:import\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().at("/data/permissions").toString())
                .isEqualTo("[\"csv:import\",\"parts:create\",\"parts:update\"]");
        var id = made.json().at("/data/id").stringValue();
        var gina = server.add("gina", Role.VIEWER);
        var given = server.http.put("/users/" + gina.id() + "/roles", boss, "{\"roles\":[\"viewer\",\"buyer\"]}");
        assertThat(given.json().at("/data/roles/1/name").stringValue()).isEqualTo("Buyer");
        assertThat(server.http.get("/roles/all", boss).json().get("data").size())
                .isEqualTo(6);
        var admin = server.http.get("/roles/by-name/admin", boss).json().at("/data");
        assertThat(admin.get("permissions").toString()).contains("\"admin\"", "users:write");
        var fixed = "/roles/" + admin.get("id").stringValue();
        assertThat(server.http.put(fixed, boss, "{\"permissions\":[]}").status())
                .isEqualTo(409);
        assertThat(server.http.delete(fixed, boss).status()).isEqualTo(409);
        assertThat(server.http
                        .post("/roles/add_role", boss, "{\"name\":\"admin\",\"permissions\":[]}")
                        .status())
                .isEqualTo(422);
        assertThat(server.http
                        .post("/roles/add_role", boss, "{\"name\":\"odd\",\"permissions\":[\"fly\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(server.http
                        .put("/roles/" + id, boss, "{\"permissions\":[\"csv:import\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(server.http.delete("/roles/" + id, boss).status()).isEqualTo(200);
        assertThat(server.http.get("/roles/" + id, boss).status()).isEqualTo(404);
        assertThat(server.http.get("/roles/all", server.token("anna")).status()).isEqualTo(403);
    }
}
