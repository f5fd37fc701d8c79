package org.gemba.web;

import java.time.Duration;
import java.util.regex.Pattern;

/// A cookie that a browser keeps for one beginning of paths: not readable by scripts, not sent along by other sites.
///
/// @param path the beginning of the paths to which it is sent back, for example `/auth`
/// @param life how long it lasts; zero takes it away
/// @param secure sent over TLS only
public record Cookie(String name, String value, String path, Duration life, boolean secure) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~+/=-]{0,4096}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_-]*");

    public Cookie {
        if (!NAME.matcher(name).matches()
                || !VALUE.matcher(value).matches()
                || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a cookie with characters that it may not have");
        }
    }

    /// The same cookie in a form that makes the browser forget it.
    public Cookie gone() {
        return new Cookie(name, "", path, Duration.ZERO, secure);
    }

    /// The value of a `Set-Cookie` header.
    public String header() {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "Cookie[" + name + ", " + path + "]";
    }
}
