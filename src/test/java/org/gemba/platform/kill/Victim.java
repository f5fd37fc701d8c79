package org.gemba.platform.kill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program of its own that a test kills. It says `ready` on standard output when it is worth killing, and then one
/// line for everything that was acknowledged to it; what it has said counts, whatever happens to it afterwards.
public final class Victim implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;
    private final Thread listener;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CountDownLatch ready = new CountDownLatch(1);

    private Victim(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /// Starts the main class in a JVM that starts fast, on the class path of this one. Its standard error joins ours.
    public static Victim start(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Victim(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() throws InterruptedException {
        if (!ready.await(50, TimeUnit.SECONDS)) throw new IllegalStateException("it never became ready: " + heard);
        if (!said().contains(READY)) throw new IllegalStateException("it ended before it was ready: " + heard);
    }

    /// Lets it work for so long, then kills it with a signal that it cannot see coming (SIGKILL).
    ///
    /// @return the whole lines that it said, without `ready`
    public List<String> killAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("it ended by itself with " + process.exitValue() + ": " + heard);
        }
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
        return said().stream().filter(line -> !line.equals(READY)).toList();
    }

    private List<String> said() {
        synchronized (heard) {
            var text = heard.toString(StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        }
    }

    private void listen() {
        var buffer = new byte[8192];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (heard) {
                    heard.write(buffer, 0, count);
                }
                if (ready.getCount() > 0 && said().contains(READY)) ready.countDown();
            }
        } catch (IOException e) {
            // the pipe goes with the process
        } finally {
            ready.countDown();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
