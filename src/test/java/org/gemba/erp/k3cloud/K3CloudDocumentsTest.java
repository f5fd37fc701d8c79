package org.gemba.erp.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.gemba.demo.Demo;
import org.gemba.erp.ErpSettings;
import org.gemba.platform.Threads;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.http.Outbound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real client against the demo's K3Cloud.
class K3CloudDocumentsTest {
    private static final Demo DEMO = Demo.start(Clock.systemDefaultZone());
    private static final Outbound OUTBOUND = new Outbound(new SimpleMeterRegistry(), "test");
    private static final ExecutorService THREADS = Threads.virtual("erp-test");
    private static K3CloudDocuments documents;

    @BeforeAll
    static void connect() {
        var settings = ErpSettings.from(new SettingsSource(DEMO::setting));
        assertThat(settings.missing()).isEqualTo(Optional.empty());
        documents = new K3CloudDocuments(new K3CloudClient(OUTBOUND, settings), settings, THREADS);
    }

    @AfterAll
    static void disconnect() {
        THREADS.shutdownNow();
        OUTBOUND.close();
        DEMO.close();
    }

    @Test
    void anOrderComesWithAllItsFormsTextsAndMasters() {
        var found = documents.about("AK2510034");
        assertThat(found.salesOrders()).isNotEmpty();
        assertThat(found.productionOrders()).isNotEmpty();
        assertThat(found.components()).isNotEmpty();
        assertThat(found.picks()).isNotEmpty();
        assertThat(found.materials()).isNotEmpty();
        assertThat(found.components())
                .allSatisfy(line -> assertThat(line.mtoNumber()).startsWith("AK2510034"));
        assertThat(found.salesOrders().getFirst().customerName()).isNotBlank();
    }

    @Test
    void aBatchBringsWhatTheSingleLookUpBrings() {
        var single = documents.about("AK2510034").only("AK2510034"::equals);
        var batch = documents.of(Set.of("AK2510034"), new K3CloudDocuments.Known());
        assertThat(batch.components()).isEqualTo(single.components());
        assertThat(batch.salesOrders()).isEqualTo(single.salesOrders());
        assertThat(batch.auxTexts()).isEqualTo(single.auxTexts());
    }

    @Test
    void touchedNumbersOfTwoHalvesAreThoseOfTheWhole() {
        var today = LocalDate.now(Clock.systemDefaultZone()).plusDays(1);
        var whole = documents.touched(today.minusDays(60), today);
        var parts = documents.touched(today.minusDays(60), today.minusDays(30));
        parts.putAll(documents.touched(today.minusDays(30), today));
        assertThat(whole).isNotEmpty();
        assertThat(whole.keySet()).isEqualTo(parts.keySet());
    }
}
