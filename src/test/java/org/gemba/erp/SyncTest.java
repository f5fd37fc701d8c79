package org.gemba.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.DocumentSource;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.demo.k3cloud.Fault.Kind;
import org.gemba.demo.k3cloud.FormTable;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.k3cloud.TinyFactory;
import org.gemba.erp.SyncRun.Status;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SyncTest {
    @TempDir
    Path folder;

    private ErpStand stand;

    @BeforeEach
    void start() {
        stand = new ErpStand(folder, TinyFactory.documents());
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    void whatIsStoredIsWhatTheErpAnswersInShapeAndOrder() {
        assertThat(stand.sync(30).status()).isEqualTo(Status.COMPLETED);
        for (var number : List.of("AK2510034", "AK2510035", "AK2510036", "BZ2600001", "AK2510034-1")) {
            var live = stand.documents().live(number);
            var cached = stand.documents().cached(number).orElseThrow();
            assertThat(cached)
                    .as(number)
                    .usingRecursiveComparison()
                    .ignoringFields("live", "asOf")
                    .isEqualTo(live);
            assertThat(live.isKnown()).as(number).isTrue();
        }
    }

    @Test
    void aNumberBringsItsSubOrdersAndNotItsNeighbours() {
        stand.sync(30);
        var numbers = stand.documents().cached("AK2510034").orElseThrow().productionOrders().stream()
                .map(ProductionOrder::mtoNumber)
                .distinct();
        assertThat(numbers).containsExactlyInAnyOrder("AK2510034", "AK2510034-1");
        assertThat(stand.documents().cached("AK251003")).isEmpty();
        assertThat(stand.documents().live("AK251003").isKnown()).isFalse();
        stand.settings.put("KINGDEE_MTO_MATCH", "prefix");
        assertThat(stand.documents().live("AK251003").isKnown()).isTrue();
        assertThat(stand.documents().cached("AK251003")).isPresent();
    }

    @Test
    void aSecondSyncChangesNothingAndCountsTheSame() {
        var first = stand.sync(30);
        var second = stand.sync(30);
        assertThat(second.status()).isEqualTo(Status.COMPLETED);
        assertThat(second.documents()).isEqualTo(first.documents());
        assertThat(stand.feature.sync().history(Caller.system(), 10)).hasSize(2);
    }

    @Test
    void anOrderWhoseLastDocumentVanishedIsTakenAway() {
        stand.sync(30);
        assertThat(stand.documents().cached("BZ2600001")).isPresent();
        stand.simulator.use(without("BZ2600001"));
        assertThat(stand.sync(30).status()).isEqualTo(Status.COMPLETED);
        assertThat(stand.documents().cached("BZ2600001")).isEmpty();
        assertThat(stand.documents().cached("AK2510034")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "HTTP_500",
                "HTML_PAGE",
                "TRUNCATED_JSON",
                "HALF_ANSWER",
                "WRONG_TYPES",
                "WRONG_VALUES",
                "ERROR_BARE",
                "ERROR_ONCE",
                "ERROR_TWICE",
                "ERROR_TEXT",
                "NO_FORM",
                "NO_FIELD",
                "EMPTY",
                "RESET",
                "BUSY"
            })
    void aFormThatFailsTakesNothingAwayAndIsTold(Kind kind) {
        stand.sync(30);
        var before = stand.documents().cached("AK2510034").orElseThrow();
        stand.simulator.faults().set(Fault.of(kind).on(Forms.PURCHASE_ORDER));
        var run = stand.sync(30);
        assertThat(run.status()).isIn(Status.PARTIAL, Status.FAILED);
        assertThat(run.error()).contains("PUR_PurchaseOrder");
        var after = stand.documents().cached("AK2510034").orElseThrow();
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        stand.simulator.faults().clear();
        assertThat(stand.sync(30).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anErpThatSaysNothingAtAllTakesNothingAway() {
        var stored = stand.sync(30).documents();
        stand.simulator.faults().set(Fault.of(Kind.EMPTY));
        assertThat(stand.sync(30).status()).isNotEqualTo(Status.COMPLETED);
        stand.simulator.faults().clear();
        assertThat(stand.sync(30).documents()).isEqualTo(stored);
    }

    @Test
    void anErpThatIsDownFailsTheRunAndTheCacheStillAnswers() {
        stand.sync(30);
        stand.simulator.goDown();
        var run = stand.sync(30);
        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(run.error()).contains("cannot be reached");
        assertThat(stand.documents().cached("AK2510034")).isPresent();
        assertThat(stand.feature.connection().state().status()).isEqualTo(ErpState.Status.OFFLINE);
        assertThatThrownBy(() -> stand.documents().live("AK2510034"))
                .isInstanceOf(AppError.UpstreamUnavailable.class)
                .hasMessageContaining("cannot be reached");
        stand.simulator.comeBack();
        assertThat(stand.documents().live("AK2510034").isKnown()).isTrue();
        assertThat(stand.feature.connection().state().isOnline()).isTrue();
    }

    @Test
    void aSessionThatEndsIsRenewedOnce() {
        stand.documents().live("AK2510034");
        stand.simulator.forgetCalls();
        stand.simulator.expireSessions();
        assertThat(stand.documents().live("AK2510034").isKnown()).isTrue();
        assertThat(stand.simulator.calls().stream().filter(call -> call.form().equals(Fault.LOGIN)))
                .hasSize(1);
    }

    @Test
    void pagesThatRepeatOrOverlapAreRefused() {
        stand.settings.put("KINGDEE_PAGE_ROWS", "10");
        var many = TinyFactory.builder();
        for (int i = 0; i < 35; i++) {
            many.add(
                    Forms.PICKING,
                    "FBillNo",
                    "SOUT9" + i,
                    "FMTONO",
                    "AK2510034",
                    "FDocumentStatus",
                    "C",
                    "FMaterialId.FNumber",
                    "03.01.001",
                    "FAppQty",
                    "1",
                    "FActualQty",
                    "1");
        }
        stand.simulator.use(many.build());
        assertThat(stand.documents().live("AK2510034").picks()).hasSizeGreaterThanOrEqualTo(35);
        for (var kind : List.of(Kind.REPEATED_PAGE, Kind.OVERLAPPING_PAGE)) {
            stand.simulator.faults().set(Fault.of(kind).on(Forms.PICKING));
            assertThatThrownBy(() -> stand.documents().live("AK2510034"))
                    .isInstanceOf(AppError.UpstreamUnavailable.class)
                    .hasMessageContaining("overlap");
            stand.simulator.faults().clear();
        }
    }

    @Test
    void aSecondTriggerWhileOneRunsIsAConflict() {
        stand.simulator.faults().set(Fault.slow(java.time.Duration.ofMillis(700)));
        stand.feature.sync().trigger(Caller.system(), 30, 7, false);
        assertThatThrownBy(() -> stand.feature.sync().trigger(Caller.system(), 30, 7, false))
                .isInstanceOf(AppError.Conflict.class)
                .hasMessage("Sync task already running");
    }

    @Test
    void withoutAnErpItSaysWhatToSet() {
        stand.settings.clear();
        assertThatThrownBy(() -> stand.feature.sync().trigger(Caller.system(), 30, 7, false))
                .isInstanceOf(AppError.NotConfigured.class)
                .hasMessageContaining("KINGDEE_SERVER_URL");
    }

    @Test
    void searchFindsNumbersAndNamesInEitherCaseAndTakesSignsLiterally() {
        stand.sync(30);
        assertThat(stand.documents().search("ak25", 2, 1).total()).isEqualTo(4);
        assertThat(stand.documents().search("ak25", 2, 1).hits()).hasSize(2);
        assertThat(stand.documents().search("潜水", 10, 0).total()).isEqualTo(1);
        assertThat(stand.documents().search("%", 10, 0).total()).isZero();
        assertThat(stand.documents().search("_", 10, 0).total()).isZero();
    }

    /// The tiny factory after somebody deleted everything about one number.
    private static DocumentSource without(String mtoNumber) {
        var all = TinyFactory.documents();
        return form -> {
            var table = all.table(form);
            int[] rows = IntStream.range(0, table.size())
                    .filter(row -> IntStream.range(0, form.width())
                            .noneMatch(place -> mtoNumber.equals(table.value(row, place))))
                    .toArray();
            return new FormTable() {
                @Override
                public int size() {
                    return rows.length;
                }

                @Override
                public Object value(int row, int place) {
                    return table.value(rows[row], place);
                }
            };
        };
    }
}
