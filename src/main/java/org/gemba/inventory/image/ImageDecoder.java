package org.gemba.inventory.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Decodes a picture and writes it again, so that nothing but pixels comes through. The size is read from the header
/// before a pixel is; large pictures are thinned while they are read, one picture at a time, so that a hostile one
/// cannot fill the memory. Of a moving picture the first frame remains; photographs are turned as their camera says.
public final class ImageDecoder {
    /// The most bytes of a picture.
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    /// The most pixels of a picture.
    public static final long MOST_PIXELS = 40_000_000;
    /// The longer side of what is kept.
    public static final int LONGEST_SIDE = 2048;

    private static final float QUALITY = 0.9f;

    private final ReentrantLock one = new ReentrantLock();

    /// @throws AppError.InvalidInput when it is no picture of a kind that is taken, is broken, or has too many pixels
    /// @throws AppError.TooLarge when it has too many bytes
    public Picture decode(byte[] bytes) {
        if (bytes.length > MOST_BYTES) throw new AppError.TooLarge("A picture may have 5 MB");
        var type = ImageType.of(bytes).orElseThrow(() -> refused("must be a PNG, JPEG, GIF or WebP picture"));
        one.lock();
        try {
            return written(turned(read(bytes, type), type, bytes), type);
        } catch (IOException | RuntimeException e) {
            if (e instanceof AppError told) throw told;
            // The readers answer broken files with exceptions of every kind.
            throw refused("is broken or of a kind that cannot be read");
        } finally {
            one.unlock();
        }
    }

    private static AppError.InvalidInput refused(String words) {
        return new AppError.InvalidInput(FieldError.body("file", null, new Rule.Broken(words)));
    }

    private static BufferedImage read(byte[] bytes, ImageType type) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(type.reader());
        if (!readers.hasNext()) throw refused("is of a kind that cannot be read here");
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) throw refused("has no pixels");
            if ((long) width * height > MOST_PIXELS) throw refused("may have 40 million pixels");
            var parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage turned(BufferedImage image, ImageType type, byte[] bytes) {
        int orientation = type == ImageType.JPEG ? ExifOrientation.of(bytes) : ExifOrientation.UPRIGHT;
        boolean hasAlpha = type != ImageType.JPEG && image.getColorModel().hasAlpha();
        var turn = transform(orientation, image.getWidth(), image.getHeight());
        boolean sideways = orientation > 4;
        var upright = new BufferedImage(
                sideways ? image.getHeight() : image.getWidth(),
                sideways ? image.getWidth() : image.getHeight(),
                hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return upright;
    }

    /// The eight ways to hold a camera, as the EXIF standard numbers them.
    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Picture written(BufferedImage image, ImageType type) throws IOException {
        boolean isPhotograph = type == ImageType.JPEG
                || type == ImageType.WEBP && !image.getColorModel().hasAlpha();
        var out = new ByteArrayOutputStream();
        var extension = isPhotograph ? "jpg" : "png";
        var writer = ImageIO.getImageWritersByFormatName(extension).next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), isPhotograph ? quality(writer) : null);
        } finally {
            writer.dispose();
        }
        return new Picture(out.toByteArray(), extension, image.getWidth(), image.getHeight());
    }

    private static @Nullable ImageWriteParam quality(javax.imageio.ImageWriter writer) {
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        return parameters;
    }
}
