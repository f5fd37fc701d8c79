package org.gemba.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.tracking.Shopfloor;
import org.gemba.tracking.TrackingStand;
import org.gemba.web.Contract;
import org.gemba.web.Route;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A customer finds nothing of another's, by any id, whether the ERP answers or the store does; and a customer's token
/// opens no other API.
class IsolationTest {
    @TempDir
    static Path folder;

    private static TrackingStand stand;
    private static String customerA;
    private static String customerB;

    @BeforeAll
    static void start() {
        stand = new TrackingStand(folder, Shopfloor.twoCustomers(), strangers(), "GEMBA_RATE_LIMITS", "off");
        stand.sync(30);
        customerA = stand.bound("oCustomer_A-0001", "INVITE001");
        customerB = stand.bound("oCustomer_B-0001", "INVITE002");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    /// Every documented operation of the other families, as the real ones are guarded.
    private static List<Route> strangers() {
        var routes = new ArrayList<Route>();
        for (var family : List.of(ApiFamily.MTO, ApiFamily.KPI, ApiFamily.INVENTORY, ApiFamily.PLANNING)) {
            for (var operation : Contract.family(family.name().toLowerCase(java.util.Locale.ROOT))) {
                if (operation.open()) continue;
                var route = switch (operation.method()) {
                    case "GET" -> Route.get(family, operation.path(), "");
                    case "POST" -> Route.post(family, operation.path(), "");
                    case "PUT" -> Route.put(family, operation.path(), "");
                    default -> Route.delete(family, operation.path(), "");
                };
                routes.add(route.handle(call -> "reached"));
            }
        }
        return routes;
    }

    private static List<String> orderIds(String token) {
        var ids = new ArrayList<String>();
        for (var order : stand.server
                .get("/api/orders/search?pageSize=100", token)
                .json()
                .at("/data/orders")
                .values()) {
            ids.add(order.get("order_id").stringValue());
        }
        return ids;
    }

    private static List<String> materialIds(String token) {
        var ids = new ArrayList<String>();
        for (var order : stand.server
                .get("/api/orders/search?pageSize=100", token)
                .json()
                .at("/data/orders")
                .values()) {
            for (var material : order.get("materials").values())
                ids.add(material.get("material_id").stringValue());
        }
        return ids;
    }

    private static String withoutTime(Got got) {
        return got.status() + got.text().replaceAll("\"timestamp\":[0-9]+", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "stored"})
    void everyIdOfBIsUnknownToA(String source) {
        try {
            if (source.equals("stored")) stand.erp.faults().set(Fault.of(Fault.Kind.HTTP_500));
            var orders = orderIds(customerB);
            var materials = materialIds(customerB);
            assertThat(orders).hasSize(6);
            assertThat(materials).hasSize(7);
            var unknownStatus = withoutTime(stand.server.get("/api/orders/NO-SUCH/status", customerA));
            var unknownMaterials = withoutTime(stand.server.get("/api/orders/NO-SUCH/materials", customerA));
            var unknownProgress = withoutTime(stand.server.get("/api/materials/NO-SUCH_1/progress", customerA));
            for (var id : orders) {
                assertThat(stand.server
                                .get("/api/orders/" + id + "/status", customerB)
                                .json()
                                .get("success")
                                .booleanValue())
                        .isTrue();
                assertThat(withoutTime(stand.server.get("/api/orders/" + id + "/status", customerA)))
                        .isEqualTo(unknownStatus);
                assertThat(withoutTime(stand.server.get("/api/orders/" + id + "/materials", customerA)))
                        .isEqualTo(unknownMaterials);
            }
            for (var id : materials) {
                assertThat(stand.server
                                .get("/api/materials/" + id + "/progress", customerB)
                                .json()
                                .get("success")
                                .booleanValue())
                        .isTrue();
                assertThat(withoutTime(stand.server.get("/api/materials/" + id + "/progress", customerA)))
                        .isEqualTo(unknownProgress);
            }
        } finally {
            stand.erp.faults().clear();
            stand.forward(java.time.Duration.ofSeconds(10));
        }
    }

    @Test
    void noSearchOfAShowsAnythingOfB() {
        for (var query :
                List.of("", "?keyword=SO-B", "?keyword=BK2", "?keyword=Other", "?status=shipped", "?pageSize=100000")) {
            var text = stand.server.get("/api/orders/search" + query, customerA).text();
            assertThat(text).as(query).doesNotContain("SO-B", "Other Ltd", "BK");
        }
    }

    @Test
    void aMaterialOfBWithAnOrderOfAIsUnknown() {
        var foreign = materialIds(customerB).getFirst();
        var entry = foreign.substring(foreign.lastIndexOf('_'));
        var mixed = "SO-A1" + entry;
        assertThat(stand.server
                        .get("/api/materials/" + mixed + "/progress", customerA)
                        .json()
                        .get("success")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void everyRouteOfEveryOtherFamilyRefusesTheToken() {
        int tried = 0;
        for (var route : strangers()) {
            var path = route.path().replaceAll("\\{[^}]*}", "x1");
            var got = stand.server.send(stand.server
                    .request(path, customerA)
                    .header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString("{}")));
            assertThat(got.status()).as(route.method() + " " + path).isIn(401, 403);
            assertThat(got.text()).doesNotContain("reached");
            tried++;
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void aTokenOfAnotherFamilyOpensNothingHere() {
        var user = stand.access
                .service()
                .add(
                        org.gemba.access.Caller.system(),
                        new org.gemba.access.NewUser(
                                "somebody",
                                null,
                                "Somebody",
                                "a good long password",
                                org.gemba.access.Role.ADMIN,
                                List.of()));
        var token = stand.access
                .tokens()
                .issue(user.caller(), java.time.Duration.ofHours(1))
                .text();
        for (var route : stand.feature.routes()) {
            if (route.open()) continue;
            var path = route.path().replaceAll("\\{[^}]*}", "SO-A1");
            HttpRequest.Builder request = stand.server
                    .request(path, token)
                    .header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString("{}"));
            assertThat(stand.server.send(request).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void foreignAndUnknownTakeAboutAsLong() {
        stand.erp.faults().set(Fault.of(Fault.Kind.HTTP_500));
        try {
            var foreign = new ArrayList<Long>();
            var unknown = new ArrayList<Long>();
            for (int i = 0; i < 60; i++) {
                foreign.add(nanos("/api/orders/SO-B2/status"));
                unknown.add(nanos("/api/orders/SO-X2/status"));
            }
            double ratio = (double) median(foreign) / median(unknown);
            assertThat(ratio).isBetween(0.4, 2.5);
        } finally {
            stand.erp.faults().clear();
        }
    }

    private static long nanos(String path) {
        long begin = System.nanoTime();
        stand.server.get(path, customerA);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
