package org.gemba.fx;

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
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes an image as a PNG without AWT.
public final class Shot {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private Shot() {}

    public static void save(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeLong(SIGNATURE);
            var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.array());
            chunk(out, "IDAT", pixels(image, width, height));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] pixels(Image image, int width, int height) throws IOException {
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
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
