package org.gemba.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemba.access.Caller;
import org.gemba.demo.wechat.WechatFault;
import org.gemba.tracking.TrackingMessage.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows from a synchronisation: orders derived anew, customers told once.
class RefreshTest {
    private static final Caller SYSTEM = Caller.system();

    @TempDir
    Path folder;

    private static List<String> statuses(TrackingStand stand, String token) {
        return stand.server.get("/api/orders/search?pageSize=100", token).json().at("/data/orders").values().stream()
                .map(order -> order.get("order_no").stringValue() + " "
                        + order.get("status").stringValue())
                .toList();
    }

    private static void wantMessages(TrackingStand stand, String token) {
        stand.feature
                .messages()
                .save(
                        SYSTEM,
                        new MessageTemplate(
                                TrackingStand.TEMPLATE,
                                "Order status",
                                Map.of("character_string1", "{order}", "phrase2", "{status}"),
                                "pages/order?orderId={order}",
                                true,
                                0));
        stand.server.put("/api/user/notifications", token, "{\"enabled\":true}");
    }

    @Test
    void aChangeIsToldOnceToThoseWhoAsked() {
        try (var stand = new TrackingStand(folder, Shopfloor.twoCustomers())) {
            stand.sync(30);
            var told = stand.bound("oTold_user-00001", "INVITE001");
            stand.bound("oSilent_user-001", "INVITE001");
            stand.bound("oOther_user-0001", "INVITE002");
            wantMessages(stand, told);
            stand.sync(30);
            assertThat(stand.wechat.sent()).as("nothing changed").isEmpty();
            stand.erp.use(
                    Shopfloor.standard().production("AK1", "07.1", "100", "4").build());
            stand.sync(30);
            assertThat(stand.wechat.sent()).singleElement().satisfies(sent -> {
                assertThat(sent.openid()).isEqualTo("oTold_user-00001");
                assertThat(sent.fields()).isEqualTo(Map.of("character_string1", "SO-A1", "phrase2", "生产中"));
                assertThat(sent.page()).isEqualTo("pages/order?orderId=SO-A1");
            });
            stand.sync(30);
            assertThat(stand.wechat.sent()).hasSize(1);
        }
    }

    @Test
    void aMessageWaitsForAWechatThatIsAwayAndIsThenSentOnce() throws Exception {
        try (var stand = new TrackingStand(folder, Shopfloor.twoCustomers())) {
            stand.sync(30);
            wantMessages(stand, stand.bound("oTold_user-00002", "INVITE001"));
            stand.wechat.goDown();
            stand.erp.use(Shopfloor.standard().delivery("AK1", "07.1", "10").build());
            stand.sync(30);
            assertThat(stand.feature.messages().log(SYSTEM, 1).getFirst().state())
                    .isEqualTo(State.QUEUED);
            stand.wechat.comeBack();
            stand.forward(Duration.ofSeconds(3));
            stand.sync(30);
            assertThat(stand.wechat.sent()).hasSize(1);
            assertThat(stand.feature.messages().log(SYSTEM, 1).getFirst().state())
                    .isEqualTo(State.SENT);
        }
    }

    @Test
    void aMessageWhoseAnswerGotLostIsNotSentAgainByItself() {
        try (var stand = new TrackingStand(folder, Shopfloor.twoCustomers())) {
            stand.sync(30);
            wantMessages(stand, stand.bound("oTold_user-00003", "INVITE001"));
            stand.wechat.set(
                    WechatFault.of(WechatFault.Kind.TRUNCATED).on("send").once());
            stand.erp.use(Shopfloor.standard().delivery("AK1", "07.1", "10").build());
            stand.sync(30);
            stand.sync(30);
            assertThat(stand.wechat.sent()).as("it had come").hasSize(1);
            var unclear = stand.feature.messages().log(SYSTEM, 1).getFirst();
            assertThat(unclear.state()).isEqualTo(State.UNCLEAR);
            var again = stand.feature.messages().resend(SYSTEM, unclear.id());
            assertThat(again.state()).isEqualTo(State.SENT);
            assertThat(stand.wechat.sent()).hasSize(2);
        }
    }

    @Test
    void aRefusalIsLoggedAndHoldsNobodyUp() {
        try (var stand = new TrackingStand(folder, Shopfloor.twoCustomers())) {
            stand.sync(30);
            wantMessages(stand, stand.bound("oRefusing_user-1", "INVITE001"));
            stand.server.put(
                    "/api/user/notifications", stand.bound("oTold_user-00004", "INVITE001"), "{\"enabled\":true}");
            stand.wechat.subscribe("oRefusing_user-1", false);
            stand.erp.use(Shopfloor.standard().delivery("AK1", "07.1", "10").build());
            stand.sync(30);
            assertThat(stand.wechat.sent()).hasSize(1);
            assertThat(stand.feature.messages().log(SYSTEM, 10))
                    .extracting(TrackingMessage::state)
                    .containsExactlyInAnyOrder(State.SENT, State.REFUSED);
        }
    }

    @Test
    void ordersThatTheErpNoLongerHasAreGone() {
        try (var stand = new TrackingStand(folder, Shopfloor.twoCustomers())) {
            stand.sync(30);
            var token = stand.bound("oRefresh_user-06", "INVITE001");
            stand.erp.use(
                    new Shopfloor().sale("SO-A1", "AK1", "C001", "07.1", "100").build());
            stand.sync(30);
            stand.erp.goDown();
            assertThat(statuses(stand, token)).contains("SO-A1 pending");
        }
    }
}
