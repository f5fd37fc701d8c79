package org.gemba.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.gemba.web.dialect.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parts of one multipart body. Small ones are held in memory, large ones in a folder of the server, which forgets
/// them when the request ends.
final class Multipart {
    private static final Logger LOG = LoggerFactory.getLogger(Multipart.class);
    private static final int MOST_IN_MEMORY = 256 * 1024;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Collection<Part> parts;

    private Multipart(Collection<Part> parts) {
        this.parts = parts;
    }

    static Multipart read(HttpServletRequest request, Route route, Path folder) {
        long most = route.body().most();
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.toString(), most, most, MOST_IN_MEMORY));
        try {
            return new Multipart(request.getParts());
        } catch (IOException | ServletException | RuntimeException e) {
            throw refused(e, request, route);
        }
    }

    /// Jetty tells what is wrong with a multipart body only in the words of a cause.
    private static RuntimeException refused(Exception failure, HttpServletRequest request, Route route) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("exceeded") || words.contains("too large")) return Pipeline.tooLarge(request, route);
            if (cause instanceof TimeoutException) break;
        }
        return new Refusal(Kind.MALFORMED, "The multipart body is not readable");
    }

    List<Upload> files(String name) {
        return parts.stream()
                .filter(part -> part.getName().equals(name) && part.getSubmittedFileName() != null)
                .<Upload>map(File::new)
                .toList();
    }

    void delete() {
        for (var part : parts) {
            try {
                part.delete();
            } catch (IOException e) {
                LOG.warn("a part of an upload was not removed: {}", e.getMessage());
            }
        }
    }

    /// @throws Refusal for a field that is no text
    Optional<String> field(String name) {
        var found = parts.stream()
                .filter(part -> part.getName().equals(name) && part.getSubmittedFileName() == null)
                .findFirst();
        return found.map(Multipart::text);
    }

    private static String text(Part part) {
        try (var in = part.getInputStream()) {
            if (part.getSize() > LONGEST_FIELD) throw noText();
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
            if (text.indexOf('\0') >= 0) throw noText();
            return text;
        } catch (CharacterCodingException e) {
            throw noText();
        } catch (IOException e) {
            throw new Refusal(Kind.MALFORMED, "The body did not arrive in full");
        }
    }

    private static Refusal noText() {
        return new Refusal(Kind.MALFORMED, "A field of the multipart body is not readable");
    }

    /// Some browsers send the whole path of a file, and a hostile client any text.
    static String bareName(@Nullable String submitted) {
        if (submitted == null) return "";
        var name = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        var clean = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (clean.equals(".") || clean.equals("..")) return "";
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }

    private record File(Part part) implements Upload {
        @Override
        public String fileName() {
            return bareName(part.getSubmittedFileName());
        }

        @Override
        public String contentType() {
            var type = part.getContentType() == null ? "" : part.getContentType();
            int end = type.indexOf(';');
            return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public long size() {
            return part.getSize();
        }

        @Override
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }
}
