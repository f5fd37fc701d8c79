package org.gemba.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the last state that was synced into a file whose program was killed. H2 looks for it by following the chain of
/// chunks from the one that the file's header names, and is content with an older state when the chain is broken. It
/// is broken whenever the kill comes between the writing of a chunk into the place of one of the chain and the writing
/// of the header: 3 of 40 kills lost up to 13 synced commits. So a file that was not closed is first opened in the
/// store's recovery mode, which looks at every block, and closed again with a right header.
final class H2Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(H2Recovery.class);
    private static final int HEADER_BYTES = 4096;
    private static final String CLOSED = "clean:1";

    private H2Recovery() {}

    /// Does nothing for a file that is missing, was closed in order, or is no store of H2's: opening tells that.
    static void run(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) < 2 * HEADER_BYTES || wasClosed(file)) return;
            LOG.info("{} was not closed in order; looking for its last state", file);
            var store = new MVStore.Builder()
                    .fileName("async:" + file.toAbsolutePath())
                    .autoCommitDisabled()
                    .recoveryMode()
                    .open();
            store.close(0);
        } catch (MVStoreException | IOException e) {
            LOG.debug("{} could not be examined; opening it will tell why", file, e);
        }
    }

    /// Both copies of the header say so.
    private static boolean wasClosed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(HEADER_BYTES);
            var second = in.readNBytes(HEADER_BYTES);
            return isClean(first) && isClean(second);
        }
    }

    private static boolean isClean(byte[] header) {
        return new String(header, StandardCharsets.ISO_8859_1).contains(CLOSED);
    }
}
