package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Files in, pictures out, cookies both ways, over real HTTP and in the form of each family.
class UploadTest {
    private static final int MOST = 300_000;
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    record Form(
            Upload file, @org.jspecify.annotations.Nullable String note) {}

    record Told(String name, String type, long size, int first, String note) {}

    private static TestServer server;

    @BeforeAll
    static void start() {
        var routes = new ArrayList<Route>();
        for (var family : ApiFamily.values()) {
            routes.add(Route.post(family, path(family), "Take a file")
                    .takesMultipart(Form.class)
                    .maxBody(MOST)
                    .status(202)
                    .handle(UploadTest::told));
        }
        routes.add(Route.post(ApiFamily.INVENTORY, "/utility/upload_image", "Take a picture")
                .takesMultipart(Form.class)
                .maxBody(MOST)
                .oversizeIsBad()
                .handle(UploadTest::told));
        routes.add(Route.get(ApiFamily.INVENTORY, "/utility/get_image/{id}", "Show a picture")
                .answersMedia("image/*")
                .handle(call -> Answer.inline("image/png", "abc", PICTURE)));
        routes.add(Route.post(ApiFamily.INVENTORY, "/auth/login", "Set a cookie")
                .open()
                .handle(call -> Answer.bare(Map.of("status", "success"))
                        .with(
                                "Set-Cookie",
                                new Cookie("refresh_token", "a.b-c_d", "/auth", Duration.ofDays(7), call.isSecure())
                                        .header())));
        routes.add(Route.post(ApiFamily.INVENTORY, "/auth/refresh", "Read a cookie")
                .open()
                .answersBare(Told.class)
                .handle(call -> new Reply(call.cookie("refresh_token").orElse("none"), null)));
        server = TestServer.of(routes);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String path(ApiFamily family) {
        return switch (family) {
            case MTO -> "/api/cache/import";
            case TRACKING -> "/api/wechat/file";
            case KPI -> "/api/v1/production/batch";
            case INVENTORY -> "/csv/file";
            case PLANNING -> "/api/sales/import";
        };
    }

    private static Object told(Call call) throws Exception {
        var file = call.file("file");
        return new Told(
                file.fileName(),
                file.contentType(),
                file.size(),
                file.bytes()[0],
                call.form("note").orElse("-"));
    }

    private static TestServer.Got send(String path, MultipartBody body) {
        return server.send(body.to(server.request(path, "admin")));
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aFileAndAFieldArriveInEveryFamily(ApiFamily family) {
        var large = "中文,数量\r\n".repeat(19_000).getBytes(StandardCharsets.UTF_8);
        var got = send(
                path(family),
                new MultipartBody()
                        .file("file", "生产.csv", "text/csv; charset=utf-8", large)
                        .field("note", "第一班"));
        assertThat(got.status()).as(got.text()).isEqualTo(202);
        assertThat(got.text()).contains("生产.csv", "\"text/csv\"", String.valueOf(large.length), "第一班");
    }

    @ParameterizedTest
    @CsvSource({
        "MTO, 422, validation_error",
        "TRACKING, 200, file 缺失",
        "KPI, 400, VALIDATION_ERROR",
        "INVENTORY, 422, file",
        "PLANNING, 400, VALIDATION_ERROR"
    })
    void aMissingFileIsAFaultOfThatField(ApiFamily family, int status, String words) {
        var got = send(path(family), new MultipartBody().field("note", "x"));
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.text()).contains(words, "file");
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aBodyBeyondTheLimitIsTooLargeWhetherItSaysSoOrNot(ApiFamily family) {
        var body = new MultipartBody().file("file", "a.csv", "text/csv", new byte[MOST]);
        assertThat(send(path(family), body).status()).isEqualTo(413);
        var unsaid = server.send(body.to(server.request(path(family), "admin"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.bytes()))));
        assertThat(unsaid.status()).as(unsaid.text()).isEqualTo(413);
        assertThat(unsaid.text()).contains(String.valueOf(MOST).substring(0, family == ApiFamily.TRACKING ? 0 : 3));
    }

    @Test
    void whereTheDocumentHasNo413ItIsABadRequest() {
        var got = send("/utility/upload_image", new MultipartBody().file("file", "a.png", "image/png", new byte[MOST]));
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().get("status").stringValue()).isEqualTo("error");
    }

    @Test
    void aBodyJustWithinTheLimitIsTaken() {
        int envelope = new MultipartBody()
                .file("file", "a.csv", "text/csv", new byte[0])
                .bytes()
                .length;
        var body = new MultipartBody().file("file", "a.csv", "text/csv", new byte[MOST - envelope]);
        assertThat(body.bytes()).hasSize(MOST);
        assertThat(send(path(ApiFamily.KPI), body).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void whatIsNoMultipartBodyIsRefusedInTheFormOfTheFamily(ApiFamily family) {
        var path = path(family);
        assertThat(server.post(path, "admin", "{}").status()).isEqualTo(400);
        for (var type : List.of("multipart/form-data", "multipart/form-data; boundary=other")) {
            var got = server.send(server.request(path, "admin")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(
                            new MultipartBody().field("a", "b").bytes())));
            assertThat(got.status()).as(got.text()).isBetween(400, 422);
            assertThat(got.header("Content-Type").orElseThrow()).startsWith("application/json");
        }
        var whole = new MultipartBody()
                .file("file", "a.csv", "text/csv", new byte[1000])
                .bytes();
        var half = server.send(new MultipartBody()
                .to(server.request(path, "admin"))
                .POST(BodyPublishers.ofByteArray(whole, 0, whole.length / 2)));
        assertThat(half.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/x.png | x.png",
                "C:\\Users\\a\\b.csv | b.csv",
                ".. | ''",
                "a%00b.png | a%00b.png",
                "'=1+1.csv' | '=1+1.csv'"
            })
    void aFileNameIsAlwaysABareName(String sent, String seen) {
        assertThat(Multipart.bareName(sent)).isEqualTo(seen);
        assertThat(Multipart.bareName("a\r\nb\u0000.png")).isEqualTo("ab.png");
        assertThat(Multipart.bareName("x".repeat(500) + ".png")).hasSize(200).endsWith(".png");
    }

    @Test
    void largePartsAreGoneWhenTheRequestIs() throws Exception {
        send(path(ApiFamily.KPI), new MultipartBody().file("file", "a.csv", "text/csv", new byte[MOST - 1000]));
        try (var files = Files.list(server.uploads())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPictureIsShownAndNotSentAgainToWhoeverHasIt() {
        var got = server.get("/utility/get_image/1", "viewer");
        assertThat(got.response().body()).isEqualTo(PICTURE);
        assertThat(got.header("Content-Type")).contains("image/png");
        assertThat(got.header("ETag")).contains("\"abc\"");
        assertThat(got.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.header("Content-Disposition")).contains("inline");
        var again = server.send(server.request("/utility/get_image/1", "viewer")
                .header("If-None-Match", "\"x\", \"abc\"")
                .GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        var other = server.send(server.request("/utility/get_image/1", "viewer")
                .header("If-None-Match", "\"x\"")
                .GET());
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void aCookieIsForOnePathAndNoScript() {
        var got = server.send(server.request("/auth/login", "x").POST(BodyPublishers.noBody()));
        assertThat(got.header("Set-Cookie"))
                .contains("refresh_token=a.b-c_d; Path=/auth; Max-Age=604800; HttpOnly; SameSite=Strict");
        var sent = server.send(server.request("/auth/refresh", "x")
                .header("Cookie", "other=1; refresh_token=a.b-c_d")
                .POST(BodyPublishers.noBody()));
        assertThat(sent.json().get("message").stringValue()).isEqualTo("a.b-c_d");
        assertThat(new Cookie("a", "b", "/", Duration.ofDays(1), true).gone().header())
                .isEqualTo("a=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void theDocumentSaysWhatGoesInAndOut() {
        var paths = server.get("/openapi.json").json().get("paths");
        var batch = paths.get("/api/v1/production/batch").get("post");
        assertThat(batch.at("/requestBody/content").propertyNames()).containsExactly("multipart/form-data");
        assertThat(batch.get("responses").propertyNames()).contains("202", "413");
        var form = server.get("/openapi.json").json().at("/components/schemas/kpi.Form");
        assertThat(form.at("/properties/file/format").stringValue()).isEqualTo("binary");
        assertThat(form.at("/required").toString()).isEqualTo("[\"file\"]");
        var picture = paths.get("/utility/get_image/{id}").get("get");
        assertThat(picture.at("/responses/200/content").propertyNames()).containsExactly("image/*");
        var sales = paths.get("/api/sales/import").get("post");
        assertThat(sales.at("/responses/202/headers").propertyNames()).contains("X-RateLimit-Limit", "X-API-Version");
    }
}
