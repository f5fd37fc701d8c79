package org.gemba.demo.wechat;

import java.time.Duration;

/// One way in which WeChat misbehaves.
///
/// @param call which interface: `jscode2session`, `token`, `send`, `get_api_domain_ip`, or empty for every one
/// @param times how many calls it spoils; 0 means until it is cleared
/// @param delay how long a slow answer takes; zero for the other kinds
/// @param code the error code of {@link Kind#ERROR}
public record WechatFault(Kind kind, String call, int times, Duration delay, int code) {
    public enum Kind {
        /// The connection is dropped without an answer.
        RESET,
        /// The right answer after the delay.
        SLOW,
        /// Status 500 with a page.
        HTTP_500,
        /// Status 200 and the page of a proxy.
        HTML_PAGE,
        /// The right answer, cut in the middle, as if it were whole.
        TRUNCATED,
        /// Status 200 with an error code.
        ERROR,
        /// The access token is forgotten, as if another program had fetched one.
        TOKEN_LOST
    }

    public static WechatFault of(Kind kind) {
        return new WechatFault(kind, "", 0, Duration.ZERO, 0);
    }

    public static WechatFault slow(Duration delay) {
        return new WechatFault(Kind.SLOW, "", 0, delay, 0);
    }

    public static WechatFault error(int code) {
        return new WechatFault(Kind.ERROR, "", 0, Duration.ZERO, code);
    }

    public WechatFault on(String onlyCall) {
        return new WechatFault(kind, onlyCall, times, delay, code);
    }

    public WechatFault once() {
        return new WechatFault(kind, call, 1, delay, code);
    }
}
