package org.gemba.inventory.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of pictures that are taken, told by their first bytes and never by a name or a header.
public enum ImageType {
    PNG("png"),
    JPEG("jpeg"),
    GIF("gif"),
    WEBP("webp");

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int WEBP_WORD = 8;

    private final String reader;

    ImageType(String reader) {
        this.reader = reader;
    }

    /// The name under which `ImageIO` knows it.
    String reader() {
        return reader;
    }

    public static Optional<ImageType> of(byte[] bytes) {
        if (starts(bytes, 0, PNG_START)) return Optional.of(PNG);
        if (starts(bytes, 0, JPEG_START)) return Optional.of(JPEG);
        if (starts(bytes, 0, ascii("GIF87a")) || starts(bytes, 0, ascii("GIF89a"))) return Optional.of(GIF);
        if (starts(bytes, 0, ascii("RIFF")) && starts(bytes, WEBP_WORD, ascii("WEBP"))) return Optional.of(WEBP);
        return Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean starts(byte[] bytes, int at, byte[] with) {
        return bytes.length >= at + with.length && Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }
}
