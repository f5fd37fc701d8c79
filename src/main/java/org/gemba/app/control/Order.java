package org.gemba.app.control;

import java.util.Map;

/// One command with its arguments, for example `backup` with `file`.
public record Order(String command, Map<String, String> arguments) {
    /// @throws IllegalArgumentException when the argument is missing
    public String argument(String name) {
        var value = arguments.get(name);
        if (value == null) throw new IllegalArgumentException("the command " + command + " needs " + name);
        return value;
    }

    /// Never prints the arguments: one may be a password.
    @Override
    public String toString() {
        return command + arguments.keySet();
    }
}
