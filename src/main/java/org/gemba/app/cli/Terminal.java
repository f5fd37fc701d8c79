package org.gemba.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The terminal, or what a test puts in its place.
public record Terminal(PrintStream out, PrintStream err, BufferedReader in) {
    public static Terminal ofProcess() {
        return new Terminal(
                System.out, System.err, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /// One line on the error output, exactly as people and scripts are to see it.
    public void complain(String line) {
        err.println(line);
        err.flush();
    }

    /// The next line of the input; empty at its end.
    public Optional<String> readLine() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
