package org.gemba.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    @TempDir
    Path folder;

    @Test
    void aSealedSecretOpensWithTheSameKeyAndNameOnly() throws Exception {
        var box = SecretBox.with(folder.resolve("a.key"));
        var sealed = box.seal("KINGDEE_APP_SEC", "geheim 密");
        assertThat(sealed).doesNotContain("geheim");
        assertThat(box.seal("KINGDEE_APP_SEC", "geheim 密")).isNotEqualTo(sealed);
        assertThat(SecretBox.with(folder.resolve("a.key")).open("KINGDEE_APP_SEC", sealed))
                .isEqualTo("geheim 密");
        assertThatThrownBy(() -> box.open("SMTP_PASSWORD", sealed)).isInstanceOf(SecretBox.UnreadableSecret.class);
        assertThatThrownBy(() -> SecretBox.with(folder.resolve("b.key")).open("KINGDEE_APP_SEC", sealed))
                .hasMessageContaining("KINGDEE_APP_SEC")
                .hasMessageContaining("enter it again");
        for (var broken : new String[] {"", "box1:", "box1:AAAA", "clear", sealed.substring(0, sealed.length() - 4)}) {
            assertThatThrownBy(() -> box.open("KINGDEE_APP_SEC", broken))
                    .isInstanceOf(SecretBox.UnreadableSecret.class);
        }
    }

    @Test
    void onlyTheOwnerCanReadTheKey() throws Exception {
        SecretBox.with(folder.resolve("a.key"));
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) return;
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyFileIsNamed() throws Exception {
        Files.writeString(folder.resolve("a.key"), "AAAA");
        assertThatThrownBy(() -> SecretBox.with(folder.resolve("a.key")))
                .hasMessageContaining("a.key")
                .hasMessageContaining("damaged");
    }
}
