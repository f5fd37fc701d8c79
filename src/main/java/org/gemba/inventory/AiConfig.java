package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gemba.platform.config.Secret;
import org.gemba.platform.llm.LlmProvider;

/// Which language model answers questions about the inventory.
///
/// @param apiUrl address below which the maker's paths are
/// @param apiKey blank where none is needed
/// @param temperature 0 to 2
/// @param maxTokens the longest answer
public record AiConfig(
        boolean enabled,
        LlmProvider provider,
        String apiUrl,
        Secret apiKey,
        String modelName,
        BigDecimal temperature,
        int maxTokens,
        String systemPrompt,
        Map<String, Object> additionalSettings) {
    public static final String PROMPT = "You help the people of a factory with their parts inventory. Answer from the"
            + " inventory data that you are given, in the language of the question, briefly. Say so when the data does"
            + " not answer it.";

    public AiConfig {
        additionalSettings = Collections.unmodifiableMap(new LinkedHashMap<>(additionalSettings));
    }

    public static AiConfig standard() {
        return new AiConfig(
                false,
                LlmProvider.OLLAMA,
                url(LlmProvider.OLLAMA),
                new Secret(""),
                "llama3.2",
                new BigDecimal("0.7"),
                2000,
                PROMPT,
                Map.of());
    }

    /// Where the maker's own service is.
    public static String url(LlmProvider provider) {
        return switch (provider) {
            case OLLAMA -> "http://localhost:11434";
            case OPENAI -> "https://api.openai.com/v1";
            case ANTHROPIC -> "https://api.anthropic.com/v1";
        };
    }

    /// As its maker writes it.
    public static String name(LlmProvider provider) {
        return switch (provider) {
            case OLLAMA -> "Ollama";
            case OPENAI -> "OpenAI";
            case ANTHROPIC -> "Anthropic";
        };
    }

    /// As the API writes it.
    public static String id(LlmProvider provider) {
        return provider.name().toLowerCase(Locale.ROOT);
    }
}
