package org.gemba.inventory.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, from the EXIF part of a JPEG (EXIF 2.32, tag 0x0112): 1 to 8.
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEADER = 6;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /// Upright when the picture does not say, or says nonsense.
    static int of(byte[] jpeg) {
        try {
            return segments(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int segments(ByteBuffer jpeg) {
        jpeg.position(2);
        while (true) {
            int marker = Short.toUnsignedInt(jpeg.getShort());
            if (marker == START_OF_SCAN || marker >>> 8 != 0xff) return UPRIGHT;
            int length = Short.toUnsignedInt(jpeg.getShort());
            int next = jpeg.position() + length - 2;
            if (marker == APP1 && jpeg.getInt(jpeg.position()) == EXIF) {
                return directory(jpeg.slice(jpeg.position() + EXIF_HEADER, length - 2 - EXIF_HEADER));
            }
            jpeg.position(next);
        }
    }

    private static int directory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(at));
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) != TAG) continue;
            int told = Short.toUnsignedInt(tiff.getShort(entry + 8));
            return told >= 1 && told <= 8 ? told : UPRIGHT;
        }
        return UPRIGHT;
    }
}
