package org.gemba.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.config.DataFolderRefused;

/// Keeps the demo and real work apart: the demo's people have printed passwords, so a folder is the one or the other
/// from its first start on.
final class DemoMark {
    private DemoMark() {}

    /// @throws DataFolderRefused when the folder is of the other kind
    static void check(DataFolder folder, boolean isDemo) {
        var mark = mark(folder.path());
        if (isDemo && folder.isNew()) {
            write(mark);
        } else if (isDemo && !Files.exists(mark)) {
            throw new DataFolderRefused(
                    "The data folder " + folder.path()
                            + " has real data; --demo needs an empty one of its own (--data).",
                    false);
        } else if (!isDemo && Files.exists(mark)) {
            throw new DataFolderRefused(
                    "The data folder " + folder.path() + " was made by --demo, whose passwords are printed; start with"
                            + " --demo or take another --data.",
                    false);
        }
    }

    static boolean isDemo(Path folder) {
        return Files.exists(mark(folder));
    }

    private static Path mark(Path folder) {
        return folder.resolve("demo");
    }

    private static void write(Path mark) {
        try {
            Files.writeString(mark, "This folder holds the sample factory of gemba --demo.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
