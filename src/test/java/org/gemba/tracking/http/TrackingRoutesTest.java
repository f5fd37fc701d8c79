package org.gemba.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.demo.wechat.WechatFault;
import org.gemba.tracking.Shopfloor;
import org.gemba.tracking.TrackingStand;
import org.gemba.web.Contract;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every operation of the document, driven over HTTP against simulated vendors.
class TrackingRoutesTest {
    private static final String OPENID = "oTest_user-0001";

    @TempDir
    static Path folder;

    private static TrackingStand stand;
    private static String token;

    @BeforeAll
    static void start() {
        stand = new TrackingStand(folder, Shopfloor.twoCustomers(), "GEMBA_RATE_LIMITS", "off");
        stand.sync(30);
        token = stand.bound(OPENID, "INVITE001");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @AfterEach
    void behave() {
        stand.wechat.clearFaults();
        stand.erp.faults().clear();
        stand.forward(Duration.ofSeconds(10));
    }

    private static Contract contract(String id) {
        return Contract.of("tracking." + id);
    }

    private static Got post(String path, String json) {
        return stand.server.post(path, token, json);
    }

    private static Got get(String path) {
        return stand.server.get(path, token);
    }

    private static void assertRefused(Got got, String message) {
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(got.json().get("success").booleanValue()).as(got.text()).isFalse();
        assertThat(got.json().get("message").stringValue()).contains(message);
        assertThat(got.json().get("timestamp").isIntegralNumber()).isTrue();
        assertThat(got.json().has("data")).isFalse();
    }

    @Test
    void everyOperationOfTheDocumentHasARoute() {
        var routes = new HashSet<String>();
        stand.feature.routes().forEach(route -> routes.add(route.method() + " " + route.path()));
        for (var operation : Contract.family("tracking")) {
            assertThat(routes).contains(operation.method() + " " + operation.path());
        }
        assertThat(stand.feature.routes()).allMatch(route -> route.family() == ApiFamily.TRACKING);
    }

    @Test
    void everyOperationThatAsksForATokenAnswers401WithoutOne() {
        for (var operation : Contract.family("tracking")) {
            if (operation.open()) continue;
            var path = operation.path().replaceAll("\\{[^}]*}", "SO-A1");
            var request = java.net.http.HttpRequest.newBuilder(stand.server.uri(path))
                    .header("Content-Type", "application/json")
                    .method(operation.method(), java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
            operation.assertError(stand.server.send(request), 401, "");
        }
    }

    @Test
    void aLoginIsAsDocumentedAndLastsThirtyDays() {
        stand.wechat.code("fresh", "oAnother_user-1");
        var got = stand.server.post(
                "/api/auth/wx-login",
                "",
                "{\"code\":\"fresh\",\"userInfo\":{\"nickName\":\"小雨\",\"avatarUrl\":\"https://x.example/a.png\"}}");
        contract("post_api_auth_wx_login").assertSuccess(got);
        assertThat(got.json().get("message").stringValue()).isEqualTo("登录成功");
        var life = got.json().at("/data/expiresAt").longValue()
                - got.json().get("timestamp").longValue();
        assertThat(Duration.ofMillis(life)).isBetween(Duration.ofDays(30).minusSeconds(5), Duration.ofDays(30));
        assertThat(got.text()).doesNotContain("oAnother_user-1", "session_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"code\":\"\"}", "{\"code\":\"  \"}", "{\"code\":null}", "{\"code\":7}", "", "[]"})
    void aLoginWithoutACodeIs400(String body) {
        var got = stand.server.post("/api/auth/wx-login", "", body);
        contract("post_api_auth_wx_login").assertError(got, 400, "");
        assertThat(got.json().get("message").stringValue()).isEqualTo("code缺失");
    }

    @Test
    void aCodeIsGoodOnce() {
        stand.wechat.code("twice", "oTwice_user-0001");
        assertThat(stand.server
                        .post("/api/auth/wx-login", "", "{\"code\":\"twice\"}")
                        .status())
                .isEqualTo(200);
        var again = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"twice\"}");
        contract("post_api_auth_wx_login").assertError(again, 400, "");
        assertThat(again.json().get("message").stringValue()).isEqualTo("openid获取失败");
    }

    @ParameterizedTest
    @CsvSource({"40029, 400", "40163, 400", "40226, 400", "-1, 500", "40013, 500", "40125, 500", "45011, 500"})
    void wechatsCodesAtLoginBecomeTheDocumentsStatuses(int code, int status) {
        stand.wechat.set(WechatFault.error(code).on("jscode2session"));
        var got = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"any\"}");
        contract("post_api_auth_wx_login").assertError(got, status, "");
        assertThat(got.text()).doesNotContain("ordered by a test", "wechat-secret", "appid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "HTTP_500", "HTML_PAGE", "TRUNCATED"})
    void aBrokenWechatIs500AndNothingOfItIsShown(WechatFault.Kind kind) {
        stand.wechat.code("never-used", "oNever_user-0001");
        stand.wechat.set(WechatFault.of(kind));
        var got = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"never-used\"}");
        contract("post_api_auth_wx_login").assertError(got, 500, "");
        assertThat(got.json().get("message").stringValue()).isEqualTo("外部系统暂时不可用，请稍后再试");
    }

    @Test
    void aSlowWechatIsGivenUpInTime() {
        stand.wechat.set(WechatFault.slow(Duration.ofSeconds(20)));
        long begin = System.nanoTime();
        var got = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"slow\"}");
        assertThat(got.status()).isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has space in it", "semi;colon-0001", "oUser\u4e2d\u6587-000001"})
    void aForgedOpenidIsNobody(String openid) {
        stand.wechat.code("forged-" + openid.hashCode(), openid);
        var got = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"forged-" + openid.hashCode() + "\"}");
        contract("post_api_auth_wx_login").assertError(got, 400, "");
    }

    @ParameterizedTest
    @CsvSource({"11, 200", "10, 400", "99, 200", "100, 400"})
    void anOpenidHas11To99Characters(int length, int status) {
        stand.wechat.code("length-" + length, "o".repeat(length));
        var got = stand.server.post("/api/auth/wx-login", "", "{\"code\":\"length-" + length + "\"}");
        assertThat(got.status()).isEqualTo(status);
    }

    @Test
    void bindingSaysWhoseOrdersAreSeenFromNowOn() {
        var own = stand.login("oBind_user-00001");
        assertRefused(stand.server.get("/api/orders/search", own), "未绑定企业");
        var got = stand.server.post("/api/auth/bind-company", own, "{\"inviteCode\":\"INVITE002\"}");
        contract("post_api_auth_bind_company").assertSuccess(got);
        assertThat(got.json().get("message").stringValue()).isEqualTo("绑定成功");
        assertThat(got.json().at("/data/companyInfo").toString())
                .isEqualTo("{\"companyId\":\"C002\",\"companyName\":\"Other Ltd\",\"customerId\":\"5002\"}");
        assertThat(stand.server
                        .get("/api/orders/search", own)
                        .json()
                        .at("/data/total")
                        .intValue())
                .isEqualTo(6);
        var again = stand.server.post("/api/auth/bind-company", own, "{\"inviteCode\":\"INVITE001\"}");
        contract("post_api_auth_bind_company").assertSuccess(again);
        assertThat(again.json().get("message").stringValue()).isEqualTo("已绑定该企业");
        assertThat(again.json().at("/data/companyInfo/companyId").stringValue()).isEqualTo("C002");
    }

    @Test
    void oneCodeBindsSeveral() {
        for (int i = 0; i < 3; i++)
            assertThat(stand.bound("oSeveral_user-" + i, "INVITE001")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"inviteCode\":\"\"}', 邀请码无效",
        "'{}', 邀请码无效",
        "'{\"inviteCode\":\"   \"}', 邀请码无效",
        "'{\"inviteCode\":\"NOBODY\"}', 未找到对应企业",
        "'{\"inviteCode\":\"INVITE003\"}', 未找到对应企业",
        "'{\"inviteCode\":\"invite001\"}', 邀请码不匹配",
        "'{\"inviteCode\":\"TWIN\"}', 邀请码无效",
        "'{\"inviteCode\":\"x'' OR ''1''=''1\"}', 未找到对应企业",
        "'{\"inviteCode\":\"INVITE001\",\"userId\":\"somebody\"}', 用户标识与登录用户不一致"
    })
    void refusedInvitesSayWhy(String body, String message) {
        var own = stand.login("oRefused_user-" + Math.abs(body.hashCode()));
        assertRefused(stand.server.post("/api/auth/bind-company", own, body), message);
    }

    @Test
    void withoutTheErpNobodyIsBound() {
        var own = stand.login("oErpDown_user-1");
        stand.erp.faults().set(Fault.of(Fault.Kind.HTTP_500));
        var got = stand.server.post("/api/auth/bind-company", own, "{\"inviteCode\":\"INVITE001\"}");
        contract("post_api_auth_bind_company").assertError(got, 500, "");
    }

    @Test
    void theProfileTellsTheBindingAndTheEndOfTheSession() {
        var bound = get("/api/user/profile");
        contract("get_api_user_profile").assertSuccess(bound);
        assertThat(bound.json().at("/data/erpBinding/companyId").stringValue()).isEqualTo("C001");
        var unbound = stand.server.get("/api/user/profile", stand.login("oUnbound_user-1"));
        contract("get_api_user_profile").assertSuccess(unbound);
        assertThat(unbound.json().at("/data/erpBinding/companyId").isNull()).isTrue();
        assertThat(unbound.json().at("/data/sessionExpiresAt").longValue()
                        - unbound.json().get("timestamp").longValue())
                .isBetween(
                        Duration.ofDays(30).minusSeconds(5).toMillis(),
                        Duration.ofDays(30).toMillis());
    }

    @Test
    void ordersAreListedNewestFirstWithTheirStatuses() {
        var got = get("/api/orders/search");
        contract("get_api_orders_search").assertSuccess(got);
        assertThat(got.json().at("/data/cacheHit").booleanValue()).isFalse();
        assertThat(got.json().at("/data/orders").values().stream()
                        .map(order -> order.get("order_no").stringValue() + " "
                                + order.get("status").stringValue()))
                .containsExactly(
                        "SO/A 6 pending",
                        "SO-A5 cancelled",
                        "SO-A4 completed",
                        "SO-A3 shipped",
                        "SO-A2 producing",
                        "SO-A1 pending");
        assertThat(got.json().at("/data/orders/5/order_date").stringValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(got.json().at("/data/orders/4/materials").values().stream()
                        .map(one -> one.get("material_code").stringValue() + " "
                                + one.get("status").stringValue()))
                .containsExactly("07.1 producing", "07.2 pending");
    }

    @ParameterizedTest
    @CsvSource({
        "keyword=so-a, 5",
        "keyword=AK3, 1",
        "keyword=脚蹼, 3",
        "keyword=fins%20SO-A2, 1",
        "keyword=07.2%20SO-A1, 0",
        "keyword=%25, 0",
        "keyword=_, 0",
        "status=producing, 1",
        "status=cancelled, 1",
        "status=shipped&keyword=mask, 1",
        "keyword=SO-B, 0",
        "page=2&pageSize=4, 6",
        "page=999999, 6",
        "pageSize=100000, 6"
    })
    void searchesNarrowAndPage(String query, int total) {
        var got = get("/api/orders/search?" + query.replace("脚蹼", "%E8%84%9A%E8%B9%BC"));
        contract("get_api_orders_search").assertSuccess(got);
        assertThat(got.json().at("/data/total").intValue()).as(got.text()).isEqualTo(total);
        if (query.startsWith("page=2"))
            assertThat(got.json().at("/data/orders").size()).isEqualTo(2);
        if (query.startsWith("page=9"))
            assertThat(got.json().at("/data/orders").size()).isZero();
        if (query.startsWith("pageSize")) {
            assertThat(got.json().at("/data/pageSize").intValue()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page 不能小于 1",
        "page=-1, page 不能小于 1",
        "page=x, page 类型错误",
        "page=1.5, page 类型错误",
        "pageSize=0, pageSize 不能小于 1",
        "status=unknown, status 只能是",
        "status=PENDING, status 只能是"
    })
    void badSearchesAreRefusedAsBusinessErrors(String query, String message) {
        assertRefused(get("/api/orders/search?" + query), message);
    }

    @Test
    void aVeryLongKeywordIsRefused() {
        assertRefused(get("/api/orders/search?keyword=" + "a".repeat(101)), "keyword 最多 100 个字符");
        assertThat(get("/api/orders/search?keyword=" + "a".repeat(100))
                        .json()
                        .get("success")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void anOrderAndItsMaterialsAreToldWithTheirFigures() {
        var status = get("/api/orders/SO-A3/status");
        contract("get_api_orders_order_id_status").assertSuccess(status);
        assertThat(status.json().at("/data/status").stringValue()).isEqualTo("shipped");
        assertThat(status.json().at("/data/status_text").stringValue()).isEqualTo("已发货");
        assertThat(status.json().at("/data/progress").intValue()).isEqualTo(100);
        assertThat(status.json().at("/data/delivered_quantity").intValue()).isEqualTo(40);
        var materials = get("/api/orders/SO-A2/materials");
        contract("get_api_orders_order_id_materials").assertSuccess(materials);
        assertThat(materials.json().at("/data/total").intValue()).isEqualTo(2);
        assertThat(materials.json().at("/data/materials/1/material_name").stringValue())
                .isEqualTo("脚蹼 Fins");
        var id = materials.json().at("/data/materials/0/material_id").stringValue();
        var progress = get("/api/materials/" + id + "/progress");
        contract("get_api_materials_material_id_progress").assertSuccess(progress);
        assertThat(progress.json().at("/data/needed").intValue()).isEqualTo(100);
        assertThat(progress.json().at("/data/stages").values().stream()
                        .map(stage -> stage.get("stage").stringValue()))
                .containsExactly("ordered", "producing", "received", "delivered");
    }

    @Test
    void anOrderWhoseNumberDoesNotGoIntoAnAddressIsFoundByItsId() {
        var id = get("/api/orders/search?keyword=SO/A")
                .json()
                .at("/data/orders/0/order_id")
                .stringValue();
        assertThat(id).matches("~[0-9a-f]+");
        assertThat(get("/api/orders/" + id + "/status")
                        .json()
                        .at("/data/order_no")
                        .stringValue())
                .isEqualTo("SO/A 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "~00", "~zz", "SO-A1%27%20OR%201=1", "a%00b", "SO-A1_1", "%E8%AE%A2%E5%8D%95"})
    void anUnknownOrderIsABusinessError(String id) {
        for (var what : List.of("status", "materials")) {
            var got = get("/api/orders/" + id + "/" + what);
            if (id.contains("%00")) {
                assertThat(got.status()).isIn(400, 404);
                continue;
            }
            assertRefused(got, "订单不存在");
        }
    }

    @Test
    void aMessageIsSentToTheCallerAndLogged() {
        stand.wechat.subscribe(OPENID, true);
        int before = stand.wechat.sent().size();
        var got = post(
                "/api/wechat/template-msg",
                "{\"templateId\":\"" + TrackingStand.TEMPLATE
                        + "\",\"data\":{\"character_string1\":{\"value\":\"SO-A1\"},\"phrase2\":{\"value\":\"生产中\"}},"
                        + "\"page\":\"/pages/order-detail/order-detail?orderId=SO-A1\"}");
        contract("post_api_wechat_template_msg").assertSuccess(got);
        assertThat(got.json().get("message").stringValue()).isEqualTo("消息发送成功");
        assertThat(got.json().at("/data/status").stringValue()).isEqualTo("sent");
        var sent = stand.wechat.sent();
        assertThat(sent).hasSize(before + 1);
        assertThat(sent.getLast().openid()).isEqualTo(OPENID);
        assertThat(sent.getLast().page()).isEqualTo("pages/order-detail/order-detail?orderId=SO-A1");
        var logged = stand.feature
                .messages()
                .log(org.gemba.access.Caller.system(), 1)
                .getFirst();
        assertThat(logged.state().name()).isEqualTo("SENT");
        assertThat(logged.wechatId()).isEqualTo(got.json().at("/data/msgid").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
        "43101, 用户未订阅该消息或已取消订阅",
        "40037, 订阅模板ID无效",
        "47003, 模板参数不正确",
        "41030, 跳转页面不正确",
        "40003, 接收者标识无效",
        "45009, 今日发送次数已达上限",
        "99999, 微信拒绝发送（99999）"
    })
    void wechatsRefusalsAreBusinessErrors(int code, String message) {
        stand.wechat.set(WechatFault.error(code).on("send"));
        assertRefused(message("{\"character_string1\":{\"value\":\"A\"},\"phrase2\":{\"value\":\"B\"}}"), message);
        var logged = stand.feature
                .messages()
                .log(org.gemba.access.Caller.system(), 1)
                .getFirst();
        assertThat(logged.state().name()).isEqualTo("REFUSED");
        assertThat(logged.errorCode()).isEqualTo(code);
    }

    private static Got message(String data) {
        return post("/api/wechat/template-msg", "{\"templateId\":\"status-template\",\"data\":" + data + "}");
    }

    @Test
    void aTokenThatIsNoLongerTheLastIsRenewedOnceAndTheMessageComes() {
        int tokens = stand.wechat.tokensGiven();
        stand.wechat.set(WechatFault.of(WechatFault.Kind.TOKEN_LOST).on("send").once());
        var got = message("{\"character_string1\":{\"value\":\"A\"},\"phrase2\":{\"value\":\"B\"}}");
        contract("post_api_wechat_template_msg").assertSuccess(got);
        assertThat(stand.wechat.tokensGiven()).isBetween(tokens + 1, tokens + 2);
    }

    @Test
    void aTokenThatIsRefusedAgainIsNotTriedForEver() {
        stand.wechat.set(WechatFault.error(40001).on("send"));
        assertRefused(message("{\"character_string1\":{\"value\":\"A\"},\"phrase2\":{\"value\":\"B\"}}"), "40001");
    }

    @Test
    void aMessageThatMayHaveLeftIsLoggedAsUnclear() {
        message("{\"character_string1\":{\"value\":\"A\"},\"phrase2\":{\"value\":\"B\"}}");
        stand.wechat.set(WechatFault.of(WechatFault.Kind.RESET).on("send"));
        var got = message("{\"character_string1\":{\"value\":\"A\"},\"phrase2\":{\"value\":\"B\"}}");
        contract("post_api_wechat_template_msg").assertError(got, 500, "");
        var logged = stand.feature
                .messages()
                .log(org.gemba.access.Caller.system(), 1)
                .getFirst();
        assertThat(logged.state().name()).isEqualTo("UNCLEAR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"templateId\":\"t\"}",
                "{\"templateId\":\"t\",\"data\":{}}",
                "{\"data\":{\"thing1\":{\"value\":\"x\"}}}",
                "{\"templateId\":\"t\",\"data\":{\"thing1\":{}}}",
                "{\"templateId\":\"t\",\"data\":{\"thing 1\":{\"value\":\"x\"}}}",
                "{\"templateId\":\"t\",\"data\":{\"thing1\":{\"value\":\"x\"}},\"page\":\"https://evil.example\"}",
                "{\"templateId\":\"../t\",\"data\":{\"thing1\":{\"value\":\"x\"}}}"
            })
    void anIncompleteMessageIsRefused(String body) {
        int before = stand.wechat.sent().size();
        assertRefused(post("/api/wechat/template-msg", body), "参数不完整");
        assertThat(stand.wechat.sent()).hasSize(before);
    }

    @Test
    void aCustomerAsksToBeToldOrNot() {
        var on = stand.server.put("/api/user/notifications", token, "{\"enabled\":true}");
        assertThat(on.json().get("success").booleanValue()).isTrue();
        assertThat(get("/api/user/profile").json().at("/data/notifications").booleanValue())
                .isTrue();
        stand.server.put("/api/user/notifications", token, "{\"enabled\":false}");
        assertThat(get("/api/user/profile").json().at("/data/notifications").booleanValue())
                .isFalse();
    }

    @Test
    void malformedJsonIs400InTheFamilysForm() {
        for (var path : List.of("/api/auth/wx-login", "/api/auth/bind-company", "/api/wechat/template-msg")) {
            var got = post(path, "{\"code\":");
            assertThat(got.status()).isEqualTo(400);
            assertThat(got.json().get("success").booleanValue()).isFalse();
        }
    }

    @Test
    void thePlainMonitoringRoutesAreOpenAndAsDocumented() {
        for (var id : List.of("get_api_health_check", "get_api_erp_status", "get_api_metrics_performance")) {
            var operation = contract(id);
            operation.assertSuccess(stand.server.get(operation.path()));
        }
        assertThat(stand.server.get("/api/health/check").json().at("/data").toString())
                .contains("\"status\":\"healthy\"", "\"database\":\"healthy\"", "\"wechat\":\"healthy\"");
    }

    @Test
    void healthTellsWhatIsMissing() {
        stand.wechat.set(WechatFault.of(WechatFault.Kind.HTTP_500));
        stand.forward(Duration.ofSeconds(10));
        var wechat = stand.server.get("/api/health/check").json();
        assertThat(wechat.at("/data/status").stringValue()).isEqualTo("degraded");
        assertThat(wechat.at("/data/services/wechat").stringValue()).isEqualTo("unhealthy");
        stand.wechat.clearFaults();
        stand.erp.faults().set(Fault.slow(Duration.ofSeconds(30)));
        stand.forward(Duration.ofSeconds(10));
        long begin = System.nanoTime();
        var erp = stand.server.get("/api/health/check").json();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        assertThat(erp.at("/data/services/erp").stringValue()).isEqualTo("unhealthy");
        assertThat(erp.at("/data/services/wechat").stringValue()).isEqualTo("healthy");
    }

    @Test
    void anEndedSessionIsOverAtOnce() {
        var own = stand.bound("oEnded_user-00001", "INVITE001");
        var user = stand.feature.customers().users(org.gemba.access.Caller.system()).stream()
                .filter(row -> row.user().openid().equals("oEnded_user-00001"))
                .findFirst()
                .orElseThrow()
                .user();
        stand.feature.customers().unbind(org.gemba.access.Caller.system(), user.id());
        assertRefused(stand.server.get("/api/orders/search", own), "未绑定企业");
        stand.feature.customers().signOut(org.gemba.access.Caller.system(), user.id());
        contract("get_api_orders_search").assertError(stand.server.get("/api/orders/search", own), 401, "");
    }

    @Test
    void aTokenEndsAfterThirtyDays() {
        var own = stand.login("oThirty_user-0001");
        stand.forward(Duration.ofDays(30).minusMinutes(1));
        assertThat(stand.server.get("/api/user/profile", own).status()).isEqualTo(200);
        stand.forward(Duration.ofMinutes(2));
        contract("get_api_user_profile").assertError(stand.server.get("/api/user/profile", own), 401, "");
        token = stand.login(OPENID);
    }
}
