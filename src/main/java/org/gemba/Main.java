package org.gemba;

import java.lang.reflect.InvocationTargetException;

/**
 * The start class. It is compiled for Java 8, so that an old Java can load it and say in one line what is missing, and
 * hands the words of the command line on to {@code org.gemba.app.CommandLine}.
 */
public final class Main {
    private static final int NEEDED = 25;

    private Main() {}

    public static void main(String[] args) throws Exception {
        int version = javaVersion();
        if (version < NEEDED) {
            System.err.println("Gemba needs Java " + NEEDED + " or newer; this is Java " + version + ".");
            System.exit(2);
        }
        try {
            Class.forName("org.gemba.app.CommandLine")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) throw (Error) e.getCause();
            throw (Exception) e.getCause();
        }
    }

    private static int javaVersion() {
        String version = System.getProperty("java.specification.version");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
