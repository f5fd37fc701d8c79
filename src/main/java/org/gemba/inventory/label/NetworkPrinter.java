package org.gemba.inventory.label;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.PrinterConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A label printer on the network that takes its language raw over TCP, port 9100 unless the address says otherwise.
/// Failures read the same whatever their reason, so that nobody can look around a network by it.
final class NetworkPrinter implements Printer {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkPrinter.class);
    private static final Pattern ADDRESS =
            Pattern.compile("(?:tcp://)?([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(?::(\\d{1,5}))?/?");
    private static final int PORT = 9100;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int WRITE_MILLIS = 10_000;

    private final PrinterConfig config;

    NetworkPrinter(PrinterConfig config) {
        this.config = config;
    }

    static boolean isAddress(String text) {
        var found = ADDRESS.matcher(text.strip());
        return found.matches() && (found.group(2) == null || isPort(found.group(2)));
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port > 0 && port < 65_536;
    }

    @Override
    public String print(List<BufferedImage> labels, LabelSize size, int copies) throws PrintFailed {
        try (var socket = new Socket()) {
            socket.setSoTimeout(WRITE_MILLIS);
            socket.connect(target(), CONNECT_MILLIS);
            var out = socket.getOutputStream();
            for (var label : labels) out.write(job(label, size, copies));
            out.flush();
            socket.shutdownOutput();
            awaitClose(socket);
        } catch (IOException e) {
            LOG.info("the label printer did not take a job: {}", e.toString());
            throw new PrintFailed("The label printer does not answer. Is it on, and is its address right?", true);
        } catch (IllegalArgumentException e) {
            throw new PrintFailed(String.valueOf(e.getMessage()), false);
        }
        return config.printerIdentifier();
    }

    private byte[] job(BufferedImage label, LabelSize size, int copies) {
        var raster = Raster.of(label, size, config);
        return switch (config.driver()) {
            case BROTHER_QL -> BrotherQl.job(raster, size, config, copies);
            case ZPL -> Zpl.job(raster, copies);
        };
    }

    /// A printer closes its end when it has read everything; many never do, which is no fault.
    private static void awaitClose(Socket socket) {
        try {
            socket.setSoTimeout(500);
            var in = socket.getInputStream();
            var read = in.read(new byte[64]);
            if (read < 0) return;
        } catch (IOException e) {
            LOG.debug("the printer keeps its connection open");
        }
    }

    private InetSocketAddress target() throws IOException {
        var found = ADDRESS.matcher(config.printerIdentifier().strip());
        if (!found.matches()) throw new UnknownHostException("no address");
        var address = InetAddress.getByName(found.group(1));
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress()) {
            throw new UnknownHostException("not allowed");
        }
        return new InetSocketAddress(address, found.group(2) == null ? PORT : Integer.parseInt(found.group(2)));
    }
}
