package org.gemba.fx.print;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;

/// A picture of something on the screen, at twice its size, for the clipboard or a PNG file. Written without AWT, which
/// would cost half a second at first use.
public record Picture(Image image) {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final double SHARPNESS = 2;

    /// Taken on the FX thread.
    public static Picture of(Node node) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
        return new Picture(node.snapshot(parameters, null));
    }

    public void copy() {
        var content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for a file and writes it off the FX thread; the outcome is told as a notice.
    public void save(Desk desk, Jobs jobs, Node owner, String name) {
        desk.files()
                .toSave(owner.getScene().getWindow(), name + ".png")
                .ifPresent(file -> jobs.run(progress -> {
                            write(file);
                            return file;
                        })
                        .onSuccess(written ->
                                desk.notices().success(desk.language().now("fx.print.saved", written.toString())))
                        .onError(
                                IOException.class,
                                e -> desk.notices()
                                        .failure(
                                                desk.language()
                                                        .now(
                                                                "fx.grid.export.failed",
                                                                file.toString(),
                                                                String.valueOf(e.getMessage())),
                                                null))
                        .start());
    }

    /// Writes it as a PNG; transparency is lost.
    public void write(Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeLong(SIGNATURE);
            var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.array());
            chunk(out, "IDAT", pixels(width, height));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private byte[] pixels(int width, int height) throws IOException {
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] line = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = argb[y * width + x];
                    line[1 + 3 * x] = (byte) (pixel >> 16);
                    line[2 + 3 * x] = (byte) (pixel >> 8);
                    line[3 + 3 * x] = (byte) pixel;
                }
                deflater.write(line);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
