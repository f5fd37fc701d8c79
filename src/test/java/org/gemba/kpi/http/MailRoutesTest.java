package org.gemba.kpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemba.kpi.KpiStand;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRoutesTest {
    private static final Contract CONTRACT = Contract.of("kpi.post_api_v1_reports_email_schedule");
    private static final String PATH = "/api/v1/reports/email/schedule";
    private static final String BODY = """
            {"client_id":"BOOT-LINE-A","report_type":"daily_production",
             "recipients":["manager@manufacturing.com","supervisor@manufacturing.com"],
             "schedule":"06:00 daily","timezone":"America/Mexico_City"}""";

    @TempDir
    static Path folder;

    private static KpiStand stand;
    private static TestServer server;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        server = TestServer.of(stand.figures.routes());
    }

    @AfterAll
    static void stop() {
        server.close();
        stand.close();
    }

    @Test
    void theDocumentsScheduleIsTakenListedAndEnded() {
        var made = server.post(PATH, "leader_dataconfig", BODY);
        CONTRACT.assertSuccess(made);
        var id = made.json().get("schedule_id").stringValue();
        assertThat(made.json().get("next_run").stringValue()).matches("[0-9-]{10}T12:00:00Z");
        assertThat(made.json().get("schedule").stringValue()).isEqualTo("06:00 daily");
        assertThat(made.json().get("last_run").isNull()).isTrue();
        assertThat(server.get(PATH + "s", "leader_dataconfig").text()).contains(id);
        assertThat(server.delete(PATH + "s/" + id, "leader_dataconfig").status())
                .isEqualTo(200);
        assertThat(server.delete(PATH + "s/" + id, "leader_dataconfig").status())
                .isEqualTo(404);
        assertThat(server.get(PATH + "s", "leader_dataconfig").text()).doesNotContain(id);
    }

    @Test
    void schedulesAreForLeadersAndOfTheirOwnClients() {
        CONTRACT.assertError(server.post(PATH, "operator_dataentry", BODY), 403, "FORBIDDEN");
        var foreign = BODY.replace("BOOT-LINE-A", "SOCK-FAC-B");
        CONTRACT.assertError(server.post(PATH, "leader_dataconfig", foreign), 403, "FORBIDDEN");
        var id = server.post(PATH, "admin", foreign).json().get("schedule_id").stringValue();
        assertThat(server.delete(PATH + "s/" + id, "leader_dataconfig").status())
                .isEqualTo(404);
        assertThat(server.get(PATH + "s", "leader_dataconfig").text()).doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            06:00 daily         | 24:00 daily        | schedule
            06:00 daily         | 6:00 daily         | schedule
            06:00 daily         | hourly             | schedule
            America/Mexico_City | America/Atlantis   | timezone
            America/Mexico_City | +08:00             | timezone
            daily_production    | weekly             | report_type
            manager@manufacturing.com | manager      | recipients[0]
            manager@manufacturing.com | a@b.example\\nBcc: c@d.example | recipients[0]""")
    void whatBreaksARuleIsNamed(String good, String bad, String field) {
        var got = server.post(PATH, "leader_dataconfig", BODY.replace(good, bad));
        CONTRACT.assertError(got, 400, "VALIDATION_ERROR");
        assertThat(got.json().at("/error/details/0/field").stringValue()).isEqualTo(field);
    }
}
