package org.gemba.app.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Hands an order to the program that has the data folder.
public final class ControlClient {
    private final JsonMapper json = new JsonMapper();
    private final SocketFile file;

    public ControlClient(Path folder) {
        this.file = new SocketFile(folder);
    }

    /// @return the exit code, or empty when no program answers for the folder
    /// @throws IOException when the program went away in the middle
    public OptionalInt send(Order order, Consumer<String> say) throws IOException {
        var address = file.find();
        if (address.isEmpty()) return OptionalInt.empty();
        SocketChannel channel;
        try {
            channel = SocketChannel.open(address.get());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
        try (channel;
                var in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            var bytes = (json.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8);
            Channels.newOutputStream(channel).write(bytes);
            return OptionalInt.of(follow(in, say));
        }
    }

    private int follow(BufferedReader in, Consumer<String> say) throws IOException {
        for (var text = in.readLine(); text != null; text = in.readLine()) {
            var line = json.readValue(text, Line.class);
            if (line.say() != null) say.accept(line.say());
            if (line.exit() != null) return line.exit();
        }
        throw new IOException("Gemba ended before the command was done");
    }
}
