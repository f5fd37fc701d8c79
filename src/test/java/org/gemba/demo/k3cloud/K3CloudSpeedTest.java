package org.gemba.demo.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class K3CloudSpeedTest {
    @Test
    void theBulkFactoryFindsItsRowsByIndexAndByScanAlike() {
        var bulk = new BulkDocuments(500, LocalDate.of(2026, 1, 1), 100);
        var form = Forms.COMPONENT_LIST;
        var table = bulk.table(form);
        for (var filter : new String[] {
            "FMTONO IN ('AK0000000','AK0000007','AK0000499','AK0000500')",
            "FMOBillNO IN ('SCDD0','SCDD43','SCDD2999','SCDD3000')",
            "FMTONO LIKE 'AK0000123%'",
            "FCreateDate >= '2026-01-05' AND FCreateDate < '2026-01-08'",
            "FCreateDate >= '2026-04-09' AND FCreateDate < '2027-01-08'"
        }) {
            var parsed = FilterParser.parse(form, filter);
            var scanned = Selection.of(
                    form, table, new Filter.And(java.util.List.of(new Filter.Not(new Filter.Not(parsed)))), "");
            assertThat(Selection.of(form, table, parsed, ""))
                    .as(filter)
                    .isNotEmpty()
                    .isEqualTo(scanned);
        }
    }

    /// The sync benchmark needs 15,000 documents a second with the client's and the database's work on the same two
    /// cores, so the simulator alone must do several times as much.
    @Test
    void oneConnectionGetsAtLeastFortyThousandRowsASecond() {
        var bulk = new BulkDocuments(5000, LocalDate.of(2026, 1, 1), 365);
        try (var simulator = K3CloudSimulator.start(bulk);
                var caller = new K3CloudCaller(simulator)) {
            caller.login();
            pull(caller, 5);
            long begin = System.nanoTime();
            int rows = pull(caller, 40);
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(rows).isEqualTo(80_000);
            assertThat(rows / seconds).isGreaterThan(40_000);
        }
    }

    private static int pull(K3CloudCaller caller, int pages) {
        var keys = "FBillNo,FEntity_FEntryID,FMTONO,FMOBillNO,FMaterialId.FNumber,FMaterialId.FName,"
                + "FMaterialId.FSpecification,FAuxPropId,FMaterialType,FMustQty,FPickedQty,FNoPickedQty,FModifyDate";
        int rows = 0;
        for (int page = 0; page < pages; page++) {
            var batch = new StringBuilder("FMTONO IN (");
            for (int i = 0; i < 50; i++)
                batch.append(i == 0 ? "" : ",")
                        .append("'")
                        .append(BulkDocuments.mtoNumber(page * 50 + i))
                        .append("'");
            var body = caller.query("PRD_PPBOM", keys, batch + ")", "FEntity_FEntryID", 0, 2000)
                    .body();
            rows += (int) body.chars().filter(c -> c == '[').count() - 1;
        }
        return rows;
    }
}
