package org.gemba.demo.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemba.demo.smtp.SmtpSink.Mood;
import org.jspecify.annotations.Nullable;

/// One connection of the sink.
final class SmtpSession {
    private static final int LONGEST_LINE = 16_384;
    private static final int LARGEST = 50 << 20;

    private final SmtpSink sink;
    private final InputStream in;
    private final OutputStream out;
    private final Clock clock;
    private String from = "";
    private final List<String> recipients = new ArrayList<>();

    SmtpSession(SmtpSink sink, Socket socket, Clock clock) throws IOException {
        this.sink = sink;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.clock = clock;
    }

    void run() throws IOException {
        answer("220 gemba.demo ready");
        while (true) {
            var line = line();
            if (line == null) return;
            var command = text(line);
            var word = command.length() < 4 ? command : command.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (word) {
                case "EHLO" -> answer("250-gemba.demo\r\n250-8BITMIME\r\n250 SIZE " + LARGEST);
                case "HELO", "NOOP" -> answer("250 ok");
                case "RSET" -> reset();
                case "MAIL" -> mail(command);
                case "RCPT" -> recipient(command);
                case "DATA" -> {
                    if (!data()) return;
                }
                case "QUIT" -> {
                    answer("221 bye");
                    return;
                }
                default -> answer("502 not known");
            }
        }
    }

    private void reset() throws IOException {
        recipients.clear();
        answer("250 ok");
    }

    private void mail(String command) throws IOException {
        if (sink.mood() == Mood.BUSY) {
            answer("451 busy, try again later");
            return;
        }
        from = address(command);
        recipients.clear();
        answer("250 ok");
    }

    private void recipient(String command) throws IOException {
        if (sink.mood() == Mood.REFUSES_RECIPIENTS) {
            answer("550 no such mailbox");
            return;
        }
        recipients.add(address(command));
        answer("250 ok");
    }

    private static String address(String command) {
        int start = command.indexOf('<');
        int end = command.indexOf('>');
        return start < 0 || end < start ? "" : command.substring(start + 1, end);
    }

    /// @return false when the connection is over
    private boolean data() throws IOException {
        if (recipients.isEmpty()) {
            answer("503 no recipients");
            return true;
        }
        answer("354 go on");
        var raw = new ByteArrayOutputStream();
        while (true) {
            var line = line();
            if (line == null || raw.size() > LARGEST) return false;
            if (line.length == 1 && line[0] == '.') break;
            int skipped = line.length > 0 && line[0] == '.' ? 1 : 0;
            raw.write(line, skipped, line.length - skipped);
            raw.write('\r');
            raw.write('\n');
        }
        sink.take(new ReceivedMail(clock.instant(), from, recipients, raw.toByteArray()));
        if (sink.mood() == Mood.HANGS_UP_AFTER_DATA) return false;
        answer("250 taken");
        return true;
    }

    private void answer(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /// Without its end; null when the connection is over.
    private byte @Nullable [] line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0 || line.size() > LONGEST_LINE) return null;
            if (next == '\n') return line.toByteArray();
            if (next != '\r') line.write(next);
        }
    }
}
