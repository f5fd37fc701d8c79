package org.gemba.platform.config;

/// A setting that stops the start; the message is the one line that people see.
public final class WrongSetting extends RuntimeException {
    public WrongSetting(String name, String value, String allowed) {
        super("The setting " + name + " is '" + value + "'; allowed is " + allowed + ".");
    }
}
