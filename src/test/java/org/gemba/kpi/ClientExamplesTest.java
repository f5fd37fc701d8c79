package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gemba.access.AccessFeature;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.security.PasswordHash;
import org.gemba.web.Route;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;
import org.gemba.web.openapi.OpenApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of the documentation really run, and the Postman collection is that of the routes.
class ClientExamplesTest {
    private static final Path EXAMPLES = Path.of("src/site/examples/kpi");
    private static final Path COLLECTION = EXAMPLES.resolve("gemba-kpi.postman_collection.json");
    private static final String PASSWORD = "correct horse battery 1A!";

    @TempDir
    static Path folder;

    private static KpiStand stand;
    private static AccessFeature access;
    private static TestServer server;
    private static List<Route> routes;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        var secrets = new AuthSecrets(new Secret("shared in the office"), new Secret("k".repeat(40)));
        var settings =
                new SettingsSource(name -> name.equals("GEMBA_RATE_LIMITS") ? Optional.of("off") : Optional.empty());
        access = new AccessFeature(
                stand.database,
                new Audit(Clock.systemUTC()),
                secrets,
                settings,
                new PasswordHash(4),
                Clock.systemUTC());
        var all = new ArrayList<Route>(stand.feature.routes());
        all.addAll(stand.figures.routes());
        access.routes().stream()
                .filter(route -> route.family() == ApiFamily.KPI)
                .forEach(all::add);
        routes = List.copyOf(all);
        server =
                TestServer.with(WebSettings.from(settings, "127.0.0.1", 0), routes, access.tokens(), Clock.systemUTC());
        add("operator1", Role.OPERATOR_DATAENTRY);
        add("leader1", Role.LEADER_DATACONFIG);
        var login =
                server.post("/api/v1/auth/login", "", "{\"username\":\"leader1\",\"password\":\"" + PASSWORD + "\"}");
        var token = login.json().get("access_token").stringValue();
        var order = """
                {"work_order_id":"2025-12-15-BOOT-ABC123","client_id":"BOOT-LINE-A","style_model":"ROPER-BOOT",
                 "planned_quantity":500,"ideal_cycle_time":0.25}""";
        assertThat(server.post("/api/v1/work-orders", token, order).status()).isEqualTo(201);
    }

    private static void add(String name, Role role) {
        access.service().add(Caller.system(), new NewUser(name, null, name, PASSWORD, role, List.of(KpiStand.BOOT)));
    }

    @AfterAll
    static void stop() {
        server.close();
        access.stop();
        stand.close();
    }

    /// Where an interpreter is missing the case is skipped and says so.
    @ParameterizedTest
    @CsvSource(textBlock = """
            sh,      client.sh
            python3, client.py
            node,    client.mjs""")
    void everyExampleRuns(String interpreter, String file) throws Exception {
        assumeTrue(
                isThere(interpreter) && (!file.equals("client.sh") || isThere("curl")),
                () -> interpreter + " is not on this machine: the example " + file + " was NOT tried");
        var builder = new ProcessBuilder(interpreter, EXAMPLES.resolve(file).toString()).redirectErrorStream(true);
        builder.environment().put("GEMBA_URL", "http://127.0.0.1:" + server.port());
        builder.environment().put("GEMBA_USER", "operator1");
        builder.environment().put("GEMBA_PASSWORD", PASSWORD);
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("no_proxy", "127.0.0.1");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("efficiency 29.41");
    }

    private static boolean isThere(String program) {
        try {
            var process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor(10, TimeUnit.SECONDS);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void thePostmanCollectionIsThatOfTheRoutes() throws Exception {
        var made = PostmanCollection.of(OpenApi.of(routes, List.of(), "1"));
        var current = target(made);
        assertThat(Files.exists(COLLECTION) ? Files.readString(COLLECTION) : "")
                .as("the routes have changed: copy %s over %s", current, COLLECTION)
                .isEqualTo(made);
    }

    private static Path target(String made) throws IOException {
        var file = Path.of("target/examples").resolve(COLLECTION.getFileName());
        Files.createDirectories(file.getParent());
        return Files.writeString(file, made);
    }
}
