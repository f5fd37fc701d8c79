package org.gemba.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    @Test
    void linesAreKeptAndSecretsAreNot() throws IOException {
        var log = LoggerFactory.getLogger("org.gemba.test");
        try (var file = LogFile.open(folder.resolve("logs"))) {
            assertThat(file).isNotNull();
            log.info("订单 of {} at /ws/tasks?token={}", "anna", JWT);
            log.warn("header Authorization: Bearer {}", JWT);
            log.error("a call failed", new IllegalStateException("the answer to " + JWT + " was odd"));
            log.info("body {\"password\": \"hunter2 hunter2\"}");
        }
        log.info("after the end");
        var text = Files.readString(folder.resolve("logs/gemba.log"));
        assertThat(text).contains("订单 of anna", "IllegalStateException", "LogFileTest");
        assertThat(text).doesNotContain(JWT, "eyJ", "c2lnbmF0dXJl", "hunter2", "after the end");
    }

    @Test
    void aFullFileIsPackedAndAnotherBegun() throws IOException {
        var log = LoggerFactory.getLogger("org.gemba.test");
        try (var file = LogFile.open(folder.resolve("logs"), new FileSize(20_000))) {
            assertThat(file).isNotNull();
            for (int i = 0; i < 3_000; i++) log.info("line {} of many that fill the file again and again", i);
        }
        try (var files = Files.list(folder.resolve("logs"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("gemba.log")
                    .anyMatch(name -> name.matches("gemba-\\d{4}-\\d\\d-\\d\\d\\.\\d+\\.log\\.gz"));
        }
    }
}
