package org.gemba.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process to the frame of the window on the screen, and to the server that listens: five cold
/// starts with an empty data folder each. Needs a display (`xvfb-run`) and `xdotool`.
public final class StartBench {
    private static final int STARTS = 5;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        var windows = new ArrayList<Long>();
        var servers = new ArrayList<Long>();
        var processor = new ArrayList<Long>();
        for (int i = 0; i < STARTS; i++) start(windows, servers, processor);
        System.out.printf(
                "window %d ms, listening %d ms, processor %d ms (medians of %d)%n",
                median(windows), median(servers), median(processor), STARTS);
    }

    private static void start(List<Long> windows, List<Long> servers, List<Long> processor) throws Exception {
        var data = Files.createTempDirectory("start");
        var log = data.resolve("out.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gemba.Main",
                "--data",
                data.resolve("data").toString(),
                "--port",
                "0");
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long window = 0;
        long server = 0;
        while ((window == 0 || server == 0)
                && System.nanoTime() - begin < Duration.ofMinutes(2).toNanos()) {
            if (window == 0 && isShown(process.pid())) window = System.nanoTime();
            if (server == 0 && Files.readString(log).contains("is listening on")) server = System.nanoTime();
        }
        windows.add((window - begin) / 1_000_000);
        servers.add((server - begin) / 1_000_000);
        process.toHandle().info().totalCpuDuration().ifPresent(cpu -> processor.add(cpu.toMillis()));
        process.destroy();
        process.waitFor();
    }

    private static boolean isShown(long pid) throws IOException, InterruptedException {
        var found = new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", "^Gemba$")
                .redirectErrorStream(true)
                .start();
        var text = new String(found.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        found.waitFor();
        return pid > 0 && text.strip().matches("\\d+(\\s+\\d+)*");
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(-1L);
    }
}
