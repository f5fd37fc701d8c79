package org.gemba.tracking.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.DocumentSource;
import org.gemba.demo.story.Story;
import org.gemba.demo.wechat.WechatTemplate;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.tracking.MessageTemplate;
import org.gemba.tracking.Shopfloor;
import org.gemba.tracking.TrackingStand;

/// The demo factory with customers who have been busy, for pictures and journeys.
final class TrackingRoom implements AutoCloseable {
    final TrackingStand stand;

    /// The told factory, for pictures.
    static TrackingRoom story(Path folder) {
        return new TrackingRoom(
                folder, Story.seenFrom(LocalDate.of(2026, 3, 10)).erp(), "INVITE003");
    }

    /// Two customers with six orders each, for journeys.
    static TrackingRoom small(Path folder) {
        return new TrackingRoom(folder, Shopfloor.twoCustomers(), "INVITE002");
    }

    private TrackingRoom(Path folder, DocumentSource documents, String third) {
        stand = new TrackingStand(folder, documents, "GEMBA_RATE_LIMITS", "off", "TRACKING_LIVE_WAIT", "30");
        stand.sync(120);
        customers(third);
        calls();
    }

    private void customers(String third) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("character_string1", "{order}");
        fields.put("phrase2", "{status}");
        var page = "pages/order-detail/order-detail?orderId={order}";
        var messages = stand.feature.messages();
        messages.save(
                Caller.system(),
                new MessageTemplate(TrackingStand.TEMPLATE, "订单状态变更 Order status", fields, page, true, 0));
        messages.save(
                Caller.system(), new MessageTemplate("delivery-notice-0002", "发货通知 Delivery", fields, page, false, 0));
        stand.wechat.template(new WechatTemplate("delivery-notice-0002", List.of("character_string1", "phrase2")));
        person("oEmma_lagoon-01", "Emma · Blue Lagoon", "INVITE001", "XSDD001401", "生产中");
        person("oLars_frog-0001", "Lars · Nordic Frog", "INVITE002", "XSDD001377", "已发货");
        person("oChen_hai-00001", "陈海 · 广州海豚", third, "XSDD001390", "已完成");
        person("oEmma_second-01", "Oliver · Blue Lagoon", "INVITE001", "XSDD001399", "待生产");
        stand.login("oNoah_visitor-1");
        stand.wechat.subscribe("oEmma_second-01", false);
        stand.server.post("/api/wechat/template-msg", stand.login("oEmma_second-01"), message("XSDD001402", "生产中"));
    }

    private void person(String openid, String name, String invite, String order, String status) {
        stand.wechat.code("code-" + openid, openid);
        var token = stand.server
                .post(
                        "/api/auth/wx-login",
                        "",
                        "{\"code\":\"code-" + openid + "\",\"userInfo\":{\"nickName\":\"" + name + "\"}}")
                .json()
                .at("/data/token")
                .stringValue();
        stand.server.post("/api/auth/bind-company", token, "{\"inviteCode\":\"" + invite + "\"}");
        stand.server.put("/api/user/notifications", token, "{\"enabled\":true}");
        stand.server.post("/api/wechat/template-msg", token, message(order, status));
    }

    private static String message(String order, String status) {
        return "{\"templateId\":\"" + TrackingStand.TEMPLATE + "\",\"data\":{\"character_string1\":{\"value\":\""
                + order + "\"},\"phrase2\":{\"value\":\"" + status + "\"}}}";
    }

    private void calls() {
        var token = stand.login("oEmma_lagoon-01");
        int[] busy = {3, 5, 9, 7, 4};
        for (int hour = 0; hour < busy.length; hour++) {
            for (int i = 0; i < busy[hour]; i++) {
                stand.server.get("/api/user/profile", i % 5 == 4 ? "no token" : token);
                if (i % 3 == 0) stand.server.get("/api/orders/search?pageSize=5", token);
            }
            stand.forward(Duration.ofHours(1));
        }
        stand.server.get("/api/orders/search", token);
        stand.server.get("/api/health/check");
    }

    List<ScreenSpec> screens(Desk desk) {
        return stand.feature.screens(desk);
    }

    @Override
    public void close() {
        stand.close();
    }
}
