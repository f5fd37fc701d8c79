package org.gemba.demo.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class K3CloudProtocolTest {
    private static K3CloudSimulator simulator;
    private static K3CloudCaller caller;

    @BeforeAll
    static void start() {
        simulator = K3CloudSimulator.start(TinyFactory.documents());
        caller = new K3CloudCaller(simulator);
    }

    @BeforeEach
    void login() {
        caller.login();
        simulator.forgetCalls();
    }

    @AfterAll
    static void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void rowsAreListsInTheOrderOfTheKeys() {
        var rows = caller.rows(Forms.SALES_ORDER, "FBillNo,FQty,FMaterialId.FName,FCustId.FName", "FMtoNo='AK2510034'");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(0).get(0).stringValue()).isEqualTo("XSDD001");
        assertThat(rows.get(0).get(1).asInt()).isEqualTo(100);
        assertThat(rows.get(0).get(2).stringValue()).isEqualTo("大号潜水面镜 M-40");
        assertThat(rows.get(0).get(3).stringValue()).isEqualTo("Example Corp");
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        assertThat(caller.query("SAL_SaleOrder", "FBillNo", "FMtoNo='NONE'").body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SAL_SaleOrder, 'FBillNo,FMTONO',                            FMTONO
            PRD_PPBOM,     'FBillNo,FMtoNo',                            FMtoNo
            SAL_SaleOrder, 'FBillNo,FSaleOrderEntry_FQty',              FSaleOrderEntry_FQty
            """)
    void oneWrongKeyFailsTheWholeQuery(String form, String keys, String told) {
        var error = error(caller.query(form, keys, "").body());
        assertThat(error.path("Errors").path(0).path("Message").stringValue())
                .contains("字段不存在")
                .contains(told);
        assertThat(error.path("IsSuccess").booleanValue()).isFalse();
    }

    @Test
    void aWrongKeyInTheFilterFailsToo() {
        assertThat(caller.query("PRD_MO", "FBillNo", "FMtoNo='AK2510034'").body())
                .contains("字段不存在");
    }

    @Test
    void anUnknownFormIsAnErrorInAnOrdinaryAnswer() {
        var answer = caller.query("SUB_POORDER", "FBillNo", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(error(answer.body()).path("MsgCode").intValue()).isEqualTo(4);
        assertThat(answer.body()).contains("业务对象不存在");
    }

    @Test
    void withoutASessionAQueryIsTurnedAway() {
        simulator.expireSessions();
        assertThat(caller.query("PRD_MO", "FBillNo", "").body()).contains("会话信息已丢失");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6718e2a95d10f7, demo,  gemba-demo, 1
            6718e2a95d10f7, demo,  wrong,      0
            6718e2a95d10f7, other, gemba-demo, 0
            nowhere,        demo,  gemba-demo, -1
            """)
    void validateUserAnswersItsResultType(String account, String user, String password, int result) {
        var answer = caller.post(
                "AuthService.ValidateUser",
                Map.of("acctID", account, "username", user, "password", password, "lcid", 2052));
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = K3CloudCaller.JSON.readTree(answer.body());
        assertThat(body.path("LoginResultType").intValue()).isEqualTo(result);
        assertThat(body.has("KDSVCSessionId")).isEqualTo(result == 1);
    }

    @Test
    void loginTakesTheOlderListOfParametersAndGivesACookie() {
        var answer = caller.post(
                "AuthService.ValidateUser",
                Map.of("format", 1, "parameters", "[\"6718e2a95d10f7\",\"demo\",\"gemba-demo\",2052]", "v", "1.0"));
        assertThat(K3CloudCaller.JSON
                        .readTree(answer.body())
                        .path("LoginResultType")
                        .intValue())
                .isEqualTo(1);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("kdservice-sessionid=");
    }

    @Test
    void billQueryAnswersObjects() {
        var answer = caller.post(
                "DynamicFormService.BillQuery",
                Map.of("data", Map.of("FormId", "PRD_MO", "FieldKeys", "FBillNo,FStatus", "FilterString", "")));
        assertThat(K3CloudCaller.JSON
                        .readTree(answer.body())
                        .path(0)
                        .path("FStatus")
                        .stringValue())
                .isEqualTo("4");
    }

    @Test
    void whatIsEmptyComesInThreeShapesAndFlagsInThree() {
        var keys = "FMaterialId.FNumber,F_QWJI_JHGZH,FMANUALROWCLOSE";
        var many = TinyFactory.builder();
        for (int i = 0; i < 12; i++)
            many.add(Forms.SALES_ORDER, "FBillNo", "X" + i, "FMtoNo", "AK1", "FMANUALROWCLOSE", "true");
        try (var other = K3CloudSimulator.start(many.build());
                var client = new K3CloudCaller(other)) {
            client.login();
            var rows = client.rows(Forms.SALES_ORDER, keys, "FMtoNo='AK1'");
            assertThat(texts(rows, 1)).contains("null", "\"\"", "\" \"");
            assertThat(texts(rows, 2)).contains("true", "\"true\"", "1");
        }
    }

    @Test
    void pagesInAStableOrderHoldEveryRowOnce() {
        var many = TinyFactory.builder();
        for (int i = 0; i < 2500; i++) many.add(Forms.PICKING, "FBillNo", "P" + i % 7, "FMTONO", "AK9");
        simulator.use(many.build());
        var seen = new java.util.HashSet<String>();
        int calls = 0;
        for (int start = 0; start % 2000 == 0 && calls < 5; calls++) {
            var page = caller.rows(Forms.PICKING, "FEntity_FEntryID", "FMTONO='AK9'", "FEntity_FEntryID", start, 2000);
            page.forEach(row -> seen.add(row.get(0).toString()));
            start += page.size();
        }
        simulator.use(TinyFactory.documents());
        assertThat(calls).isEqualTo(2);
        assertThat(seen).hasSize(2500);
    }

    @Test
    void aPageIsNeverLongerThanTenThousandRows() {
        var many = TinyFactory.builder();
        for (int i = 0; i < 10_050; i++) many.add(Forms.PICKING, "FBillNo", "P" + i, "FMTONO", "AK9");
        simulator.use(many.build());
        var page = caller.rows(Forms.PICKING, "FBillNo", "FMTONO='AK9'", "", 0, 50_000);
        simulator.use(TinyFactory.documents());
        assertThat(page.size()).isEqualTo(10_000);
    }

    @Test
    void callsAreLogged() {
        caller.rows(Forms.PRODUCTION_ORDER, "FBillNo", "FMTONo LIKE 'AK2510034%'");
        var call = simulator.calls().getLast();
        assertThat(call.form()).isEqualTo("PRD_MO");
        assertThat(call.filter()).isEqualTo("FMTONo LIKE 'AK2510034%'");
        assertThat(call.rows()).isEqualTo(3);
    }

    private static List<String> texts(JsonNode rows, int column) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(column).toString())
                .toList();
    }

    private static JsonNode error(String body) {
        var root = K3CloudCaller.JSON.readTree(body);
        assertThat(root.isArray() && root.path(0).isArray())
                .as("doubly wrapped")
                .isTrue();
        return root.path(0).path(0).path("Result").path("ResponseStatus");
    }
}
