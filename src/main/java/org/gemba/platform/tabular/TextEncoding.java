package org.gemba.platform.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Finds out how a text file is encoded: a byte order mark decides; then UTF-16 by its zeros; then UTF-8 when the bytes
/// are lawful in it, because other text hardly ever is by chance; then GB18030 or Windows-1252. Chinese letters have
/// two
/// bytes above 127 each, so their runs are even; a `µ` or `é` between Latin letters stands alone.
final class TextEncoding {
    private static final int SAMPLE = 2_000;

    private TextEncoding() {}

    /// @throws AppError.InvalidInput for bytes that are no text
    static String decode(byte[] content) {
        return byMark(content)
                .or(() -> guesses(content).stream()
                        .flatMap(guess -> strictly(content, 0, guess).stream())
                        .findFirst())
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> TableReader.broken("is no text in UTF-8, UTF-16, GB18030 or Windows-1252"));
    }

    private static Optional<String> byMark(byte[] content) {
        if (starts(content, 0xEF, 0xBB, 0xBF)) return strictly(content, 3, StandardCharsets.UTF_8);
        if (starts(content, 0xFF, 0xFE)) return strictly(content, 2, StandardCharsets.UTF_16LE);
        if (starts(content, 0xFE, 0xFF)) return strictly(content, 2, StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    private static List<Charset> guesses(byte[] content) {
        int even = 0;
        int odd = 0;
        int length = Math.min(content.length, SAMPLE);
        for (int index = 0; index < length; index++) {
            if (content[index] == 0 && index % 2 == 0) even++;
            if (content[index] == 0 && index % 2 == 1) odd++;
        }
        if (odd > length / 8 && even == 0) return List.of(StandardCharsets.UTF_16LE);
        if (even > length / 8 && odd == 0) return List.of(StandardCharsets.UTF_16BE);
        var chinese = Charset.forName("GB18030");
        var western = Charset.forName("windows-1252");
        return standAlone(content)
                ? List.of(StandardCharsets.UTF_8, western, chinese)
                : List.of(StandardCharsets.UTF_8, chinese, western);
    }

    /// Whether most of the runs of bytes above 127 have an odd length.
    private static boolean standAlone(byte[] content) {
        int odd = 0;
        int even = 0;
        int run = 0;
        for (byte each : content) {
            if (each < 0) {
                run++;
            } else if (run > 0) {
                if (run % 2 == 1) odd++;
                else even++;
                run = 0;
            }
        }
        return odd > even;
    }

    private static Optional<String> strictly(byte[] content, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        if (content.length < mark.length) return false;
        for (int index = 0; index < mark.length; index++) {
            if ((content[index] & 0xFF) != mark[index]) return false;
        }
        return true;
    }
}
