package org.gemba.tracking.wechat;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Why WeChat did not do what it was asked.
public final class WechatFailure extends Exception {
    /// What kind of failure; decides whether it may be tried again.
    public enum Kind {
        /// It gave an error code, and did nothing.
        REFUSED,
        /// It asks to come again later, and did nothing.
        BUSY,
        /// No connection: nothing left.
        UNREACHABLE,
        /// Something left and no sensible answer came back.
        UNCLEAR
    }

    private final Kind kind;
    private final int code;

    WechatFailure(Kind kind, int code, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /// WeChat's code; empty when it gave none.
    public OptionalInt code() {
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    boolean has(int... codes) {
        for (int one : codes) if (code == one) return true;
        return false;
    }
}
