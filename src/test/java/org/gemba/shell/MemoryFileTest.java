package org.gemba.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasPutIsThereForTheNextProgram() {
        var file = folder.resolve("desktop/lin.json");
        var memory = new MemoryFile(file, Runnable::run);
        memory.put("shell.rail", "collapsed");
        memory.put("order", "AS2510034 棕色");
        memory.remove("shell.rail");

        var next = new MemoryFile(file, Runnable::run);
        assertThat(next.get("order")).contains("AS2510034 棕色");
        assertThat(next.get("shell.rail")).isEmpty();
    }

    @Test
    void aDamagedFileIsBegunAnew() throws IOException {
        var file = folder.resolve("lin.json");
        Files.writeString(file, "{\"a\": [1,");
        var memory = new MemoryFile(file, Runnable::run);
        assertThat(memory.get("a")).isEmpty();
        memory.put("b", "2");
        assertThat(new MemoryFile(file, Runnable::run).get("b")).contains("2");
    }
}
