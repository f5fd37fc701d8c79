package org.gemba.tracking.http;

import org.jspecify.annotations.Nullable;

/// @param userInfo what WeChat told the mini program of its user
record LoginBody(String code, @Nullable UserInfo userInfo) {
    /// @param avatarUrl kept as a text; never fetched
    record UserInfo(@Nullable String nickName, @Nullable String avatarUrl) {}
}
