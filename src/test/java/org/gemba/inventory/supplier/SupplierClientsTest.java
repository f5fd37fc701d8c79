package org.gemba.inventory.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.demo.loopback.Mood;
import org.gemba.demo.suppliers.SupplierSimulators;
import org.gemba.inventory.Capability;
import org.gemba.inventory.SupplierPart;
import org.gemba.inventory.supplier.SupplierFailed.Reason;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.http.Outbound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The three clients against their simulators over HTTP, in every mood.
class SupplierClientsTest {
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final Instant[] NOW = {Instant.parse("2026-11-28T08:00:00Z")};
    private static final Clock CLOCK =
            InstantSource.tick(() -> NOW[0], Duration.ofMillis(1)).withZone(ZoneOffset.UTC);
    private static SupplierSimulators simulators;
    private static Outbound outbound;
    private static SupplierList suppliers;

    @BeforeAll
    static void start() {
        simulators = SupplierSimulators.start();
        outbound = new Outbound(new SimpleMeterRegistry(), "test");
        var source = new SettingsSource(name -> Optional.ofNullable(SETTINGS.get(name)));
        suppliers = new SupplierList(outbound, () -> SupplierSettings.read(source), CLOCK);
    }

    @AfterAll
    static void stop() {
        outbound.close();
        simulators.close();
    }

    @BeforeEach
    void settings() {
        SETTINGS.clear();
        SETTINGS.putAll(simulators.settings());
    }

    private static SupplierPart find(String supplier, String number) throws SupplierFailed {
        return suppliers.named(supplier).orElseThrow().find(number);
    }

    private static void assertFails(String supplier, String number, Reason reason) {
        assertThatThrownBy(() -> find(supplier, number))
                .isInstanceOfSatisfying(
                        SupplierFailed.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageStartingWith(suppliers.named(supplier).orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LCSC,    C7593,          0.43, 1
            digikey, 296-6501-1-ND,  0.43, 3
            Digi-Key, NE555DR,       0.43, 3
            MOUSER,  595-NE555DR,    0.43, 3
            mouser,  NE555DR,        0.43, 3
            """)
    void eachTellsWhatItKnowsOfAPart(String supplier, String number, BigDecimal price, int steps) throws Exception {
        var part = find(supplier, number);
        assertThat(part.makerNumber()).isEqualTo("NE555DR");
        assertThat(part.maker()).isEqualTo("Texas Instruments");
        assertThat(part.description()).contains("timer");
        assertThat(part.stock()).isEqualByComparingTo("48210");
        assertThat(part.prices()).hasSize(steps);
        assertThat(part.prices().getFirst().price()).isEqualByComparingTo(price);
        assertThat(part.specifications()).containsEntry("Temperature", "0℃~+70℃");
        assertThat(part.datasheetUrl()).matches("http://.*NE555DR\\.(pdf|html)");
    }

    @Test
    void capabilitiesAreThoseOfTheRealOnes() {
        assertThat(suppliers.all()).extracting(SupplierApi::name).containsExactly("LCSC", "Mouser", "DigiKey");
        assertThat(suppliers.named("lcsc").orElseThrow().capabilities())
                .hasSize(9)
                .doesNotContain(Capability.FETCH_IMAGE, Capability.FETCH_ALTERNATIVES);
        assertThat(suppliers.named("DigiKey").orElseThrow().capabilities()).hasSize(9);
        assertThat(suppliers.named("Mouser").orElseThrow().capabilities()).contains(Capability.FETCH_IMAGE);
        assertThat(suppliers.named("nobody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LCSC, C999999999", "DigiKey, no such part", "Mouser, no such part", "LCSC, ../../etc", "LCSC, NE555DR"
    })
    void anUnknownPartIsUnknown(String supplier, String number) {
        assertFails(supplier, number, Reason.UNKNOWN_PART);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LCSC,    C7593, HTML,      GARBAGE
            DigiKey, C7593, HTML,      GARBAGE
            Mouser,  C7593, HTML,      GARBAGE
            LCSC,    C7593, HALF_JSON, GARBAGE
            DigiKey, C7593, HALF_JSON, GARBAGE
            Mouser,  C7593, HALF_JSON, GARBAGE
            LCSC,    C7593, BROKEN,    BROKEN
            Mouser,  C7593, BROKEN,    BROKEN
            """)
    void nonsenseIsNamedForWhatItIs(String supplier, String number, Mood mood, Reason reason) throws Exception {
        find(supplier, number);
        shop(supplier, mood);
        assertFails(supplier, number, reason);
        assertThat(find(supplier, number).makerNumber()).isEqualTo("NE555DR");
    }

    private static void shop(String supplier, Mood mood) {
        switch (supplier) {
            case "LCSC" -> simulators.lcsc().next(mood);
            case "DigiKey" -> simulators.digikey().next(mood);
            default -> simulators.mouser().next(mood);
        }
    }

    @ParameterizedTest
    @CsvSource({"LCSC", "DigiKey", "Mouser"})
    void oneBusyAnswerIsWaitedOutAndTwoAreTold(String supplier) throws Exception {
        find(supplier, "C7593");
        shop(supplier, Mood.BUSY);
        assertThat(find(supplier, "C7593").number()).isNotEmpty();
        shop(supplier, Mood.BUSY);
        shop(supplier, Mood.BUSY);
        assertThatThrownBy(() -> find(supplier, "C7593")).isInstanceOfSatisfying(SupplierFailed.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
            assertThat(e.reason().isPassing()).isTrue();
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void digikeysTokenIsKeptRenewedAndForgotten() throws Exception {
        find("DigiKey", "NE555DR");
        var before = tokens();
        find("DigiKey", "RP2040");
        assertThat(tokens()).as("the token is kept").isEqualTo(before);
        NOW[0] = NOW[0].plusSeconds(540);
        find("DigiKey", "RP2040");
        assertThat(tokens()).as("renewed a minute before its end").isEqualTo(before + 1);
        simulators.digikey().next(Mood.FORGETFUL);
        assertThat(find("DigiKey", "RP2040").makerNumber()).isEqualTo("RP2040");
        assertThat(tokens()).as("asked again after a 401").isEqualTo(before + 2);
    }

    private static long tokens() {
        return simulators.digikey().calls().stream()
                .filter(call -> call.endsWith("/v1/oauth2/token"))
                .count();
    }

    @Test
    void wrongAndMissingKeysAreTold() throws Exception {
        SETTINGS.put("MOUSER_API_KEY", "wrong");
        assertFails("Mouser", "NE555DR", Reason.REFUSED);
        SETTINGS.put("DIGIKEY_CLIENT_ID", "other");
        assertFails("DigiKey", "NE555DR", Reason.REFUSED);
        SETTINGS.remove("MOUSER_API_KEY");
        SETTINGS.remove("DIGIKEY_CLIENT_SECRET");
        assertFails("Mouser", "NE555DR", Reason.NOT_CONFIGURED);
        assertFails("DigiKey", "NE555DR", Reason.NOT_CONFIGURED);
        assertThat(suppliers.named("mouser").orElseThrow().missing()).isEqualTo("MOUSER_API_KEY");
    }

    @Test
    void aSupplierThatIsAwayIsTold() throws Exception {
        simulators.lcsc().goDown();
        assertFails("LCSC", "C7593", Reason.UNREACHABLE);
        simulators.lcsc().comeBack();
        assertThat(find("LCSC", "C7593").alternatives()).isEqualTo(List.of());
    }
}
