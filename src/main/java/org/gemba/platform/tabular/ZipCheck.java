package org.gemba.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gemba.platform.error.AppError;

/// Unpacks a ZIP file once without keeping anything, to see that it is no bomb and that no part of it declares
/// entities. It reads the same directory of the file as the reader after it does.
final class ZipCheck {
    private static final int MOST_ENTRIES = 200;
    private static final int LEAST_PERCENT = 1;
    private static final int SMALL = 1 << 20;
    private static final String DOCTYPE = "<!DOCTYPE";

    private ZipCheck() {}

    static void check(byte[] content, TableLimits limits) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            int entries = 0;
            long total = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) throw new AppError.TooLarge("The file has too many parts");
                total += unpacked(zip, entry, limits);
                if (total > 2 * limits.entryBytes()) throw tooLarge();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw TableReader.broken("is no readable XLSX file");
        }
    }

    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, TableLimits limits) throws IOException {
        long size = 0;
        var tail = "";
        try (InputStream in = zip.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean first = size == 0;
                size += count;
                if (size > limits.entryBytes() || isBomb(size, entry)) throw tooLarge();
                var text = tail + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                if (text.contains(DOCTYPE) || (first && isOddlyEncoded(text, entry))) {
                    throw TableReader.broken("declares entities, which is not accepted");
                }
                tail = text.substring(Math.max(0, text.length() - DOCTYPE.length()));
            }
        }
        return size;
    }

    private static boolean isBomb(long size, ZipArchiveEntry entry) {
        return size > SMALL && entry.getCompressedSize() * 100 < size * LEAST_PERCENT;
    }

    /// XML in UTF-16 could hide a declaration from a search for its letters.
    private static boolean isOddlyEncoded(String text, ZipArchiveEntry entry) {
        var name = entry.getName();
        return (name.endsWith(".xml") || name.endsWith(".rels"))
                && (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE") || text.indexOf('\0') >= 0);
    }

    private static AppError tooLarge() {
        return new AppError.TooLarge("The file is too large when unpacked");
    }
}
