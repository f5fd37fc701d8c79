package org.gemba.tracking;

import org.gemba.platform.error.AppError;

/// What the tracking document lets the business refuse, in its own words. A thing that does not exist and one that is
/// somebody else's are the same.
enum TrackingProblem {
    NOT_BOUND("未绑定企业"),
    NO_USER("用户不存在"),
    OTHER_USER("用户标识与登录用户不一致"),
    INVITE_INVALID("邀请码无效"),
    INVITE_UNKNOWN("未找到对应企业"),
    INVITE_MISMATCH("邀请码不匹配"),
    NO_ORDER("订单不存在"),
    NO_MATERIAL("物料不存在"),
    NO_OPENID("openid获取失败"),
    NO_CODE("code缺失"),
    INCOMPLETE("参数不完整");

    private final String words;

    TrackingProblem(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    AppError error() {
        return switch (this) {
            case NO_USER, NO_ORDER, NO_MATERIAL -> new AppError.NotFound(words, "", words);
            default -> new AppError.Unprocessable(words);
        };
    }
}
