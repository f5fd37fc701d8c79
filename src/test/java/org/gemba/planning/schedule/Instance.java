package org.gemba.planning.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/// Reads the published instances of unrelated machines with set-ups that depend on the order.
public final class Instance {
    private Instance() {}

    public static Problem read(String name) {
        try (var in = Instance.class.getResourceAsStream("/planning/scheduling/" + name + ".txt")) {
            if (in == null) throw new IllegalArgumentException("no instance " + name);
            return read(new Scanner(in, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem read(Scanner in) {
        int jobs = in.nextInt();
        int machines = in.nextInt();
        in.nextInt();
        in.nextInt();
        var all = new ArrayList<Job>();
        for (int job = 0; job < jobs; job++) {
            var minutes = new Integer[machines];
            for (int i = 0; i < machines; i++) minutes[in.nextInt()] = in.nextInt();
            all.add(Job.of("J" + job, List.of(minutes), Job.NO_DUE, 1));
        }
        in.next("SSD");
        int[][][] setup = new int[machines][jobs][jobs];
        for (int machine = 0; machine < machines; machine++) {
            in.next("M" + machine);
            for (int i = 0; i < jobs; i++) for (int j = 0; j < jobs; j++) setup[machine][i][j] = in.nextInt();
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < machines; i++) lines.add(Line.alwaysOpen("M" + i));
        return new Problem(
                lines, all, (line, before, job) -> before < 0 ? 0 : setup[line][before][job], Weights.makespanOnly());
    }
}
