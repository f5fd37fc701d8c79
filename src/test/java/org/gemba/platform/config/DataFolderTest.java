package org.gemba.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void everySystemHasItsOwnPlace() {
        var home = Path.of("/home/li");
        assertThat(DataFolder.standard("Linux", Map.of(), home)).isEqualTo(home.resolve(".local/share/gemba"));
        assertThat(DataFolder.standard("Linux", Map.of("XDG_DATA_HOME", "/data"), home))
                .isEqualTo(Path.of("/data/gemba"));
        assertThat(DataFolder.standard("Linux", Map.of("XDG_DATA_HOME", "relative"), home))
                .isEqualTo(home.resolve(".local/share/gemba"));
        assertThat(DataFolder.standard("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Gemba"));
        assertThat(DataFolder.standard("Windows 11", Map.of("LOCALAPPDATA", "/c/li/AppData/Local"), home))
                .isEqualTo(Path.of("/c/li/AppData/Local/Gemba"));
    }

    @Test
    void oneProgramHoldsTheFolderUntilItEnds() {
        var path = temporary.resolve("a/b");
        try (var held = DataFolder.open(path)) {
            assertThat(held.isNew()).isTrue();
            RunningProgram.announce(path, 8081);
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOfSatisfying(
                            DataFolderRefused.class,
                            e -> assertThat(e.isInUse()).isTrue())
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ", port 8081")
                    .message()
                    .doesNotContain("\n");
        }
        assertThat(RunningProgram.in(path)).isEmpty();
        DataFolder.open(path).close();
    }

    @Test
    void onlyTheOwnerCanLookInside() throws Exception {
        var path = temporary.resolve("new");
        try (var held = DataFolder.open(path)) {
            var program = RunningProgram.announce(held.path(), 1);
            assertThat(RunningProgram.in(path)).contains(program);
            if (!Files.getFileStore(path).supportsFileAttributeView("posix")) return;
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("running.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        var path = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOfSatisfying(
                        DataFolderRefused.class, e -> assertThat(e.isInUse()).isFalse())
                .hasMessageContaining(path.toString());
    }
}
