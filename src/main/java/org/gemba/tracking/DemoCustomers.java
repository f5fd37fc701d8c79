package org.gemba.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The customers of the demo factory who follow their orders: they come in through WeChat and are bound by invite
/// codes,
/// as anybody would be. The last two have not been bound yet, for those who want to try it.
public final class DemoCustomers {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCustomers.class);
    private static final String ADDRESS = "demo";
    private static final List<String> NAMES =
            List.of("Emma · Blue Lagoon", "Lars · Nordic Frog", "陈海 · 广州海豚", "Noah", "小雨");
    private static final List<String> CODES = List.of("INVITE001", "INVITE002", "INVITE003");

    private DemoCustomers() {}

    /// Adds them once.
    ///
    /// @param statusTemplate the template of the demo's mini program that tells of changed orders
    /// @param deliveryTemplate the one that tells of a delivery
    public static void add(TrackingFeature tracking, String statusTemplate, String deliveryTemplate) {
        if (!tracking.customers().users(Caller.system()).isEmpty()) return;
        try {
            templates(tracking.messages(), statusTemplate, deliveryTemplate);
            for (int i = 0; i < NAMES.size(); i++) person(tracking, i, deliveryTemplate);
        } catch (AppError e) {
            LOG.warn("the demo's customers are missing: {}", e.getMessage());
        }
    }

    private static void templates(TrackingMessages messages, String status, String delivery) {
        var changed = new LinkedHashMap<String, String>();
        changed.put("character_string1", "{order}");
        changed.put("phrase2", "{status}");
        changed.put("thing3", "完成 {progress}");
        changed.put("date4", "{date}");
        var delivered = new LinkedHashMap<String, String>();
        delivered.put("character_string1", "{order}");
        delivered.put("thing2", "{customer}");
        delivered.put("date3", "{date}");
        var page = "pages/order-detail/order-detail?orderId={order}";
        messages.save(Caller.system(), new MessageTemplate(status, "订单状态变更 Order status", changed, page, true, 0));
        messages.save(Caller.system(), new MessageTemplate(delivery, "发货通知 Delivery", delivered, page, false, 0));
    }

    private static void person(TrackingFeature tracking, int index, String template) {
        var user = tracking.login()
                .login("demo-code-" + (index + 1), NAMES.get(index), null, ADDRESS)
                .user();
        var caller = TrackingLogin.caller(user);
        if (index < CODES.size()) {
            tracking.login().bind(caller, CODES.get(index), null, ADDRESS);
            tracking.messages().wantMessages(caller, true);
        }
        greet(tracking.messages(), caller, template);
    }

    /// The last of them takes no messages, so that the log shows one that was refused.
    private static void greet(TrackingMessages messages, Caller caller, String template) {
        var fields = Map.of("character_string1", "WELCOME", "thing2", "欢迎使用订单追踪", "date3", "2026-02-12");
        try {
            messages.send(caller, template, fields, "pages/index/index");
        } catch (AppError.Unprocessable e) {
            LOG.info("a demo customer takes no messages");
        }
    }
}
