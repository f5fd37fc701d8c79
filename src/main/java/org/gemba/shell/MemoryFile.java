package org.gemba.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gemba.fx.UserMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The memory of one user in a small JSON file. A file that is damaged is begun anew: window layouts are not worth an
/// error at login.
public final class MemoryFile implements UserMemory {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Executor writer;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();

    /// @param writer where the file is written; writes that pile up become one
    public MemoryFile(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
        read();
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public void put(String key, String text) {
        if (!text.equals(texts.put(key, text))) writeSoon();
    }

    @Override
    public void remove(String key) {
        if (texts.remove(key) != null) writeSoon();
    }

    private void writeSoon() {
        if (due.compareAndSet(false, true)) writer.execute(this::write);
    }

    private synchronized void write() {
        due.set(false);
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writeValueAsString(new TreeMap<>(texts)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("the layout could not be kept in {}: {}", file, e.getMessage());
        }
    }

    private void read() {
        if (!Files.exists(file)) return;
        try {
            texts.putAll(JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (IOException | JacksonException | NullPointerException e) {
            LOG.warn("the layout in {} cannot be read and is begun anew: {}", file, e.getMessage());
        }
    }
}
