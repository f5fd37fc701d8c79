package org.gemba.demo.labels;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import javax.imageio.ImageIO;
import org.gemba.platform.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A label printer with a network card. Each label becomes `label-0001.png` and so on in a folder, where people can
/// look at it. It can be switched off and on again on the same port.
public final class LabelPrinterSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabelPrinterSimulator.class);
    private static final int SILENCE_MILLIS = 20_000;

    private final ExecutorService threads = Threads.virtual("label-printer-simulator");
    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Path folder;
    private @Nullable ServerSocket server;
    private int port;

    private LabelPrinterSimulator(Path folder) {
        this.folder = folder;
    }

    /// @param folder is made when the first label comes
    public static LabelPrinterSimulator start(Path folder) {
        var printer = new LabelPrinterSimulator(folder);
        printer.switchOn();
        return printer;
    }

    /// For a printer's address: `tcp://127.0.0.1:port`.
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /// What came out so far, oldest first.
    public List<PrintedLabel> labels() {
        return List.copyOf(labels);
    }

    /// What it could not make sense of.
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized void switchOff() {
        var running = server;
        if (running == null) return;
        try {
            running.close();
        } catch (IOException e) {
            LOG.debug("the port did not close", e);
        }
        server = null;
    }

    public synchronized void switchOn() {
        if (server != null) return;
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = opened.getLocalPort();
            server = opened;
            threads.execute(() -> listen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var socket = opened.accept();
                threads.execute(() -> take(socket));
            } catch (IOException e) {
                LOG.debug("switched off");
            }
        }
    }

    private void take(Socket socket) {
        try (socket;
                var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            socket.setSoTimeout(SILENCE_MILLIS);
            in.mark(1);
            int first = in.read();
            if (first < 0) return;
            in.reset();
            if (first == '^' || first == '~') {
                ZplDecoder.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII), this::keep);
            } else {
                new BrotherDecoder(in, this::keep).run();
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.info("a print job made no sense: {}", e.toString());
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void keep(PrintedLabel label) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(String.format("label-%04d.png", labels.size() + 1));
            ImageIO.write(label.image(), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        labels.add(label);
    }

    @Override
    public void close() {
        switchOff();
        threads.shutdownNow();
    }
}
