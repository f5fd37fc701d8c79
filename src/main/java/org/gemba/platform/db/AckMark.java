package org.gemba.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when the database has gone back in time. H2 opens a truncated or replaced file without a word, at an older
/// state; so every group of writes has a number, stored in the database with the group and, once that is on the disk,
/// in a small file beside it. At a start the database must not be behind the file. The file is not synced: after a
/// power cut it may be behind the database, never ahead.
final class AckMark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AckMark.class);
    private static final String FORM = "%019d\n";

    private final Path file;
    private final FileChannel channel;
    private volatile long number;

    private AckMark(Path file, FileChannel channel, long number) {
        this.file = file;
        this.channel = channel;
        this.number = number;
    }

    static Path file(Path folder) {
        return folder.resolve("gemba.acknowledged");
    }

    /// @param database the file to name when it is refused
    /// @throws DatabaseRefused when the database lacks writes that were acknowledged
    static AckMark open(Path folder, Path database, Handle handle) {
        var file = file(folder);
        long stored = stored(handle);
        var acknowledged = read(file);
        if (acknowledged.isPresent() && acknowledged.getAsLong() > stored) {
            throw new DatabaseRefused("The database " + database + " has lost its last "
                    + (acknowledged.getAsLong() - stored)
                    + " groups of acknowledged writes (was the file cut off, or replaced by an older one?); put the right"
                    + " file back, restore a backup, or delete " + file + " to go on with what is left.");
        }
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new AckMark(file, channel, stored);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static long stored(Handle handle) {
        return handle.createQuery("select write_groups from ack_mark where id = 1")
                .mapTo(Long.class)
                .one();
    }

    /// True when more was acknowledged than the database holds.
    boolean isAheadOf(Handle handle) {
        return stored(handle) < number;
    }

    private static OptionalLong read(Path file) {
        if (!Files.exists(file)) return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} is not readable; whether the database lost writes cannot be told this time", file);
            return OptionalLong.empty();
        }
    }

    /// Within the transaction of a group.
    void number(Handle handle) {
        handle.execute("update ack_mark set write_groups = ? where id = 1", number + 1);
    }

    /// The group is on the disk and will be acknowledged.
    void acknowledged() {
        number = number + 1;
        try {
            channel.write(ByteBuffer.wrap(FORM.formatted(number).getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            // The writes themselves are safe; only the check at the next start is weaker.
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("{} cannot be closed: {}", file, e.getMessage());
        }
    }
}
