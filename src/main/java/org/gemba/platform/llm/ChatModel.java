package org.gemba.platform.llm;

import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;

/// One model at one address. Nothing is repeated, since each try costs money.
public sealed interface ChatModel permits OpenAiModel, OllamaModel, AnthropicModel {

    /// @param role `system`, `user` or `assistant`
    record Message(String role, String content) {}

    /// A model that the other side offers.
    ///
    /// @param bytes its size, 0 where the maker does not say
    /// @param modifiedAt as the maker writes it, empty where it does not say
    record Offer(String name, long bytes, String modifiedAt, String digest) {
        static Offer named(String name) {
            return new Offer(name, 0, "", "");
        }
    }

    @FunctionalInterface
    interface Listener {
        /// @throws IOException when nobody listens any more
        void piece(String text) throws IOException;
    }

    /// The answer in one piece.
    String whole(List<Message> messages) throws ModelFailed;

    /// The answer piece by piece, on this thread.
    ///
    /// @throws ListenerGone when the listener threw; the model's stream is cancelled then
    void stream(List<Message> messages, Listener listener) throws ModelFailed, ListenerGone;

    /// What the other side offers; costs nothing, so it is also the test of address and key.
    List<Offer> offers() throws ModelFailed;

    /// @param client one that reaches the address of the settings
    static ChatModel of(LlmProvider provider, OkHttpClient client, ModelSettings settings) {
        return switch (provider) {
            case OPENAI -> new OpenAiModel(client, settings);
            case OLLAMA -> new OllamaModel(client, settings);
            case ANTHROPIC -> new AnthropicModel(client, settings);
        };
    }
}
