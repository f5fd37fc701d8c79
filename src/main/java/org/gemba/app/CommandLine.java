package org.gemba.app;

/// What the words after `gemba` mean.
public final class CommandLine {
    private CommandLine() {}

    public static void main(String[] args) {
        System.out.println("hello " + java.util.Arrays.toString(args));
    }
}
