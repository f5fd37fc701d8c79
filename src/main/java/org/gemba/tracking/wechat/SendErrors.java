package org.gemba.tracking.wechat;

/// WeChat's reasons not to send a message, in words for the customer.
public final class SendErrors {
    private SendErrors() {}

    public static String words(int code) {
        return switch (code) {
            case 43101 -> "用户未订阅该消息或已取消订阅";
            case 43107 -> "小程序的订阅消息能力已被封禁";
            case 40003 -> "接收者标识无效";
            case 40037 -> "订阅模板ID无效";
            case 41028, 41029, 41030 -> "跳转页面不正确";
            case 47003 -> "模板参数不正确";
            case 45009 -> "今日发送次数已达上限";
            case 40013, 40125 -> "小程序配置不正确";
            default -> "微信拒绝发送（" + code + "）";
        };
    }
}
