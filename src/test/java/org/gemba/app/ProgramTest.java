package org.gemba.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gemba.app.cli.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The program as scripts and people start it: one `serve --demo` in a process of its own, the commands beside it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgramTest {
    private static final String NEW_PASSWORD = "a password of the test";

    @TempDir
    private static Path folder;

    private static Process process;
    private static BufferedReader out;
    private static String address;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// What a command said and left behind.
    private record Ran(int exit, List<String> said, List<String> complained) {}

    @BeforeAll
    static void start() throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CommandLine.class.getName()));
        command.addAll(List.of("serve", "--demo", "--port", "0", "--data", data().toString()));
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        var line = out.readLine();
        assertThat(line)
                .as(Files.readString(folder.resolve("err.txt")))
                .matches("Gemba is listening on http://127\\.0\\.0\\.1:\\d+");
        address = line.substring(line.indexOf("http"));
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
        CLIENT.shutdownNow();
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static int login(String name, String password) throws Exception {
        var body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/auth/login"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static Ran run(String input, String... words) {
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(input)));
        int exit = CommandLine.run(words, new Program(terminal));
        return new Ran(
                exit,
                said.toString(StandardCharsets.UTF_8).lines().toList(),
                complained.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    @Order(1)
    void itAnswersFromTheFirstLineOn() throws Exception {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/openapi.json").statusCode()).isEqualTo(200);
        assertThat(login("operator1", "gemba-demo")).isEqualTo(200);
        assertThat(login("operator1", "wrong")).isEqualTo(401);
    }

    @Test
    @Order(2)
    void aSecondOneOnTheSameFolderSaysSoInOneLine() {
        var ran = run("", "serve", "--demo", "--port", "0", "--data", data().toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.complained()).singleElement().asString().contains("Another Gemba runs", data().toString());
        assertThat(ran.said()).isEmpty();
    }

    @Test
    @Order(3)
    void aPortThatIsTakenSaysSoInOneLine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = String.valueOf(taken.getLocalPort());
            var ran = run(
                    "",
                    "serve",
                    "--port",
                    port,
                    "--data",
                    folder.resolve("other").toString());
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.complained()).singleElement().asString().contains(port);
            assertThat(ran.said()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void aWrongSettingOrOptionSaysSoInOneLine() throws Exception {
        var wrong = Files.createDirectories(folder.resolve("wrong"));
        Files.writeString(wrong.resolve("gemba.properties"), "GEMBA_TIME_ZONE=Mars/Olympus\n");
        var setting = run("", "serve", "--port", "0", "--data", wrong.toString());
        assertThat(setting.exit()).isEqualTo(2);
        assertThat(setting.complained()).singleElement().asString().contains("GEMBA_TIME_ZONE", "Mars/Olympus");
        Files.writeString(wrong.resolve("gemba.properties"), "GEMBA_FILE_HOSTS=10.0.0.7:80\n");
        var closed = run("", "serve", "--port", "0", "--data", wrong.toString());
        assertThat(closed.exit()).isEqualTo(2);
        assertThat(closed.complained()).singleElement().asString().contains("GEMBA_FILE_HOSTS", "demo");
        var option = run("", "serve", "--port", "lots");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.complained()).singleElement().asString().contains("--port");
        var lan = run("", "serve", "--demo", "--bind", "0.0.0.0", "--data", wrong.toString());
        assertThat(lan.exit()).isEqualTo(2);
        assertThat(lan.complained()).hasSize(1);
    }

    @Test
    @Order(5)
    void usersAreMadeBesideTheRunningProgramAndCanLogInAtOnce() throws Exception {
        var added = run(
                NEW_PASSWORD + "\n",
                "user",
                "add",
                "--data",
                data().toString(),
                "--username",
                "tester",
                "--role",
                "LEADER_DATACONFIG",
                "--client",
                "BOOT-LINE-A,SOCK-FAC-B",
                "--password-stdin");
        assertThat(added.exit()).as(added.toString()).isZero();
        assertThat(login("tester", NEW_PASSWORD)).isEqualTo(200);
        var list = run("", "user", "list", "--data", data().toString());
        assertThat(list.said()).anyMatch(line -> line.startsWith("tester") && line.contains("BOOT-LINE-A,SOCK-FAC-B"));
        var again = run(
                NEW_PASSWORD + "\n",
                "user",
                "add",
                "--data",
                data().toString(),
                "--username",
                "tester",
                "--role",
                "VIEWER",
                "--password-stdin");
        assertThat(again.exit()).isEqualTo(1);
        var disabled = run("", "user", "disable", "--data", data().toString(), "--username", "tester");
        assertThat(disabled.exit()).isZero();
        assertThat(login("tester", NEW_PASSWORD)).isEqualTo(401);
    }

    @Test
    @Order(6)
    void aBackupOfTheRunningProgramIsRestoredElsewhere() {
        var file = folder.resolve("backup.zip").toString();
        var made = run("", "backup", file, "--data", data().toString());
        assertThat(made.exit()).as(made.toString()).isZero();
        assertThat(run("", "backup", file, "--data", data().toString()).exit()).isEqualTo(2);
        var elsewhere = folder.resolve("restored").toString();
        var restored = run("", "restore", file, "--data", elsewhere);
        assertThat(restored.exit()).as(restored.toString()).isZero();
        var list = run("", "user", "list", "--data", elsewhere);
        assertThat(list.said()).as(list.toString()).anyMatch(line -> line.startsWith("tester"));
    }

    @Test
    @Order(6)
    void aSyncWithoutAnErpSaysWhatIsMissing() {
        var ran = run(
                "",
                "sync",
                "--days-back",
                "1",
                "--data",
                folder.resolve("other").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).as(ran.toString()).anyMatch(line -> line.contains("KINGDEE_SERVER_URL"));
        var wrong = run(
                "",
                "sync",
                "--days-back",
                "366",
                "--data",
                folder.resolve("other").toString());
        assertThat(wrong.exit()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void theLogHoldsNoSecret() throws Exception {
        var log = Files.readString(data().resolve("logs/gemba.log"));
        assertThat(log).contains("listening on 127.0.0.1", "POST /api/v1/auth/login 200");
        assertThat(log).doesNotContain(NEW_PASSWORD, "gemba-demo", "eyJ");
    }

    @Test
    @Order(8)
    void theSignalEndsItCleanlyWithinTenSeconds() throws Exception {
        process.toHandle().destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(out.readLine()).as("nothing but the one line").isNull();
        assertThat(process.exitValue()).isIn(0, 143);
        assertThat(Files.exists(data().resolve("control.sock"))).isFalse();
        var list = run("", "user", "list", "--data", data().toString());
        assertThat(list.exit()).as(list.toString()).isZero();
    }
}
