package org.gemba.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path folder;

    private final Order order = new Order("greet", Map.of("name", "李工"));

    @Test
    void anOrderIsCarriedOutWithItsWordsAsTheyCome() throws IOException {
        try (var server = ControlServer.start(folder, (asked, say) -> {
            say.accept("hello " + asked.argument("name"));
            say.accept("bye");
            return 7;
        })) {
            var said = new ArrayList<String>();
            assertThat(new ControlClient(folder).send(order, said::add)).hasValue(7);
            assertThat(said).containsExactly("hello 李工", "bye");
        }
    }

    @Test
    void aFolderOfNobodyAnswersEmptyAlsoWhenAKilledProgramLeftItsSocket() throws IOException {
        assertThat(new ControlClient(folder).send(order, line -> {})).isEmpty();
        Files.writeString(
                folder.resolve("control.path"), folder.resolve("control.sock").toString());
        assertThat(new ControlClient(folder).send(order, line -> {})).isEmpty();
    }

    @Test
    void aDeepFolderGetsItsSocketElsewhereAndLeavesNothing() throws IOException {
        var deep = Files.createDirectories(folder.resolve("a".repeat(120)));
        try (var server = ControlServer.start(deep, (asked, say) -> 0)) {
            assertThat(new ControlClient(deep).send(order, line -> {})).hasValue(0);
        }
        try (var left = Files.list(deep)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anOrderThatFailsIsNotTakenForDone() {
        try (var server = ControlServer.start(folder, (asked, say) -> {
            throw new IllegalStateException("broken");
        })) {
            assertThatThrownBy(() -> new ControlClient(folder).send(order, line -> {}))
                    .hasMessageContaining("ended before");
        }
    }
}
