package org.gemba.demo.wechat;

import java.time.Clock;
import java.util.List;

/// The mini program of the demo factory: five people, two templates. The fifth takes no messages.
public final class DemoWechat {
    /// The template that tells of a changed order.
    public static final String STATUS_TEMPLATE = "Gemba-order-status-0001";
    /// The template that tells of a delivery.
    public static final String DELIVERY_TEMPLATE = "Gemba-delivery-0002";

    private static final int PEOPLE = 5;

    private DemoWechat() {}

    public static WechatSimulator start(Clock clock) {
        var wechat = WechatSimulator.start("wxdemo0000000001", "demo-wechat-secret", clock);
        for (int person = 1; person <= PEOPLE; person++) wechat.lastingCode("demo-code-" + person, openid(person));
        wechat.subscribe(openid(PEOPLE), false);
        wechat.template(
                new WechatTemplate(STATUS_TEMPLATE, List.of("character_string1", "phrase2", "thing3", "date4")));
        wechat.template(new WechatTemplate(DELIVERY_TEMPLATE, List.of("character_string1", "thing2", "date3")));
        return wechat;
    }

    /// Whom `demo-code-<person>` stands for.
    public static String openid(int person) {
        return "oGemba-demo_person-000" + person;
    }
}
