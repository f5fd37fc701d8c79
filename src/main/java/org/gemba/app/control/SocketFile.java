package org.gemba.app.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the socket of a data folder lies. The systems allow about a hundred bytes for its path; a folder that is
/// deeper gets its socket in a private temporary folder, and a note that says where.
record SocketFile(Path folder) {
    private static final int LONGEST = 100;

    private Path note() {
        return folder.resolve("control.path");
    }

    UnixDomainSocketAddress make() throws IOException {
        var inside = folder.resolve("control.sock").toAbsolutePath();
        var file = isShort(inside) ? inside : Files.createTempDirectory("gemba").resolve("control.sock");
        Files.deleteIfExists(file);
        Files.writeString(note(), file.toString());
        return UnixDomainSocketAddress.of(file);
    }

    Optional<UnixDomainSocketAddress> find() throws IOException {
        if (!Files.exists(note())) return Optional.empty();
        return Optional.of(UnixDomainSocketAddress.of(Files.readString(note()).strip()));
    }

    void remove(UnixDomainSocketAddress address) throws IOException {
        Files.deleteIfExists(note());
        Files.deleteIfExists(address.getPath());
        if (!address.getPath().startsWith(folder.toAbsolutePath())) {
            Files.deleteIfExists(address.getPath().getParent());
        }
    }

    private static boolean isShort(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
