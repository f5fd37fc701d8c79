package org.gemba.inventory.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private final ImageDecoder decoder = new ImageDecoder();

    private static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage shown(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    @ParameterizedTest
    @CsvSource({"png,png", "jpg,jpg", "gif,png"})
    void picturesAreWrittenAgain(String format, String extension) throws IOException {
        var picture = decoder.decode(bytes(halves(40, 20), format));
        assertThat(picture.extension()).isEqualTo(extension);
        assertThat(shown(picture).getWidth()).isEqualTo(40);
        assertThat(new Color(shown(picture).getRGB(5, 10)).getRed()).isGreaterThan(200);
    }

    /// One pixel each, without loss and with.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
            })
    void webPIsRead(String webp) throws IOException {
        var picture = decoder.decode(Base64.getDecoder().decode(webp));
        assertThat(picture.width()).isEqualTo(1);
        assertThat(shown(picture).getHeight()).isEqualTo(1);
    }

    @Test
    void whatHangsBehindAPictureDoesNotComeThrough() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(bytes(halves(8, 8), "gif"));
        out.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        var picture = decoder.decode(out.toByteArray());
        assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void largePicturesAreMadeSmaller() throws IOException {
        var picture = decoder.decode(bytes(halves(5000, 100), "png"));
        assertThat(picture.width()).isBetween(1600, ImageDecoder.LONGEST_SIDE);
    }

    @ParameterizedTest
    @CsvSource({"1,40,20,red", "3,40,20,blue", "6,20,40,red", "8,20,40,blue", "2,40,20,blue", "9,40,20,red"})
    void photographsAreTurnedAsTheCameraWasHeld(int orientation, int width, int height, String topLeft)
            throws IOException {
        var picture = decoder.decode(withOrientation(bytes(halves(40, 20), "jpg"), orientation));
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        var colour = new Color(shown(picture).getRGB(3, 3));
        assertThat(colour.getRed() > colour.getBlue() ? "red" : "blue").isEqualTo(topLeft);
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        var all = ByteBuffer.allocate(jpeg.length + exif.capacity());
        all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE html><html></html>",
                "MZ this program",
                "",
                "GIF89a",
                "RIFF....WAVE",
                "%PDF-1.7"
            })
    void whatIsNoPictureIsRefused(String text) {
        assertThatThrownBy(() -> decoder.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AppError.InvalidInput.class);
    }

    @Test
    void brokenPicturesAreRefused() throws IOException {
        var jpeg = bytes(halves(400, 400), "jpg");
        var png = bytes(halves(400, 400), "png");
        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(png, png.length / 2)))
                .isInstanceOf(AppError.InvalidInput.class);
        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(jpeg, 40))).isInstanceOf(AppError.InvalidInput.class);
    }

    @Test
    void fiveMegabytesAreTheMost() {
        assertThatThrownBy(() -> decoder.decode(new byte[ImageDecoder.MOST_BYTES + 1]))
                .isInstanceOf(AppError.TooLarge.class);
        assertThatThrownBy(() -> decoder.decode(new byte[ImageDecoder.MOST_BYTES]))
                .isInstanceOf(AppError.InvalidInput.class);
    }

    @Test
    void aPixelFloodIsRefusedBeforeItIsDecoded() throws IOException {
        assertThatThrownBy(() -> decoder.decode(png(50_000, 50_000)))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessageContaining("40 million");
        assertThatThrownBy(() -> decoder.decode(png(Integer.MAX_VALUE, 2))).isInstanceOf(AppError.InvalidInput.class);
        assertThat(decoder.decode(png(8000, 5000)).width()).isEqualTo(2000);
    }

    /// A grey picture of that size whose rows are all zero, which packs into next to nothing.
    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 1).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array());
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            var row = new byte[1 + (int) ((Math.min(width, 100_000) + 7L) / 8)];
            for (int i = 0; i < Math.min(height, 5000); i++) deflater.write(row);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
