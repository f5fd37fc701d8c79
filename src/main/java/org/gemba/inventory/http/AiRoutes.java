package org.gemba.inventory.http;

import static org.gemba.inventory.http.CsvRoutes.ordered;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.AiConfig;
import org.gemba.inventory.InventoryAi;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.llm.ChatModel.Message;
import org.gemba.platform.llm.ChatModel.Offer;
import org.gemba.platform.llm.LlmProvider;
import org.gemba.platform.llm.ModelFailed;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/ai/*`. A model that does not answer is no fault of the request: 200 with the status `error`.
public final class AiRoutes {
    private static final String HIDDEN = "***";
    private static final long MOST_CHAT = 512 * 1024;

    private final InventoryAi ai;

    record ConfigBody(
            @Nullable Boolean enabled,
            @Nullable String provider,
            @Nullable String apiUrl,
            @Nullable String apiKey,
            @Nullable String modelName,
            @Nullable BigDecimal temperature,
            @Nullable Integer maxTokens,
            @Nullable String systemPrompt,
            @Nullable Map<String, Object> additionalSettings) {}

    record Said(String role, String content) {}

    record ChatBody(String message, @Nullable List<Said> conversationHistory) {}

    private AiRoutes(InventoryAi ai) {
        this.ai = ai;
    }

    public static List<Route> of(InventoryAi ai) {
        var self = new AiRoutes(ai);
        return List.of(
                Route.get(ApiFamily.INVENTORY, "/ai/config", "The AI configuration, its key hidden")
                        .needs(Permission.SETTINGS_WRITE)
                        .handle(call -> new Reply("AI configuration", shown(ai.config(call.caller())))),
                Route.put(ApiFamily.INVENTORY, "/ai/config", "Change what is sent of the AI configuration")
                        .needs(Permission.SETTINGS_WRITE)
                        .takes(ConfigBody.class)
                        .handle(self::configure),
                Route.post(ApiFamily.INVENTORY, "/ai/chat", "Ask about the inventory")
                        .needs(Permission.CHAT)
                        .takes(ChatBody.class)
                        .maxBody(MOST_CHAT)
                        .handle(self::chat),
                Route.post(ApiFamily.INVENTORY, "/ai/test", "Try the connection")
                        .needs(Permission.SETTINGS_WRITE)
                        .handle(self::test),
                Route.post(ApiFamily.INVENTORY, "/ai/reset", "Back to the defaults")
                        .needs(Permission.SETTINGS_WRITE)
                        .handle(call -> new Reply("AI configuration reset", shown(ai.reset(call.caller())))),
                Route.get(ApiFamily.INVENTORY, "/ai/providers", "Whose models can be used")
                        .needs(Permission.PARTS_READ)
                        .handle(call -> self.providers()),
                Route.get(ApiFamily.INVENTORY, "/ai/models", "The models of the current provider")
                        .needs(Permission.PARTS_READ)
                        .handle(self::models));
    }

    private static Map<String, @Nullable Object> shown(AiConfig config) {
        return ordered(
                "enabled", config.enabled(),
                "provider", AiConfig.id(config.provider()),
                "api_url", config.apiUrl(),
                "api_key", config.apiKey().isBlank() ? "" : HIDDEN,
                "model_name", config.modelName(),
                "temperature", config.temperature(),
                "max_tokens", config.maxTokens(),
                "system_prompt", config.systemPrompt(),
                "additional_settings", config.additionalSettings());
    }

    /// Keys that are missing stay; another provider without an address gets its own maker's.
    private Object configure(Call call) {
        var body = call.body(ConfigBody.class);
        var now = ai.config(call.caller());
        var provider = body.provider() == null ? now.provider() : provider(body.provider());
        var url = body.apiUrl() != null
                ? body.apiUrl().strip()
                : provider == now.provider() ? now.apiUrl() : AiConfig.url(provider);
        var wanted = new AiConfig(
                body.enabled() == null ? now.enabled() : body.enabled(),
                provider,
                url,
                now.apiKey(),
                body.modelName() == null ? now.modelName() : body.modelName(),
                body.temperature() == null ? now.temperature() : body.temperature(),
                body.maxTokens() == null ? now.maxTokens() : body.maxTokens(),
                body.systemPrompt() == null ? now.systemPrompt() : body.systemPrompt(),
                body.additionalSettings() == null ? now.additionalSettings() : body.additionalSettings());
        var key = HIDDEN.equals(body.apiKey()) ? null : body.apiKey();
        return new Reply("AI configuration updated", shown(ai.configure(call.caller(), wanted, key)));
    }

    private static LlmProvider provider(String id) {
        return Arrays.stream(LlmProvider.values())
                .filter(provider -> AiConfig.id(provider).equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> new AppError.InvalidInput(
                        FieldError.body("provider", id, new Rule.OneOf(List.of("ollama", "openai", "anthropic")))));
    }

    private Object chat(Call call) {
        var body = call.body(ChatBody.class);
        var history = new ArrayList<Message>();
        if (body.conversationHistory() != null) {
            for (var said : body.conversationHistory()) {
                boolean known = said.role().equals("user") || said.role().equals("assistant");
                if (!known) {
                    throw new AppError.InvalidInput(FieldError.body(
                            "conversation_history.role", said.role(), new Rule.OneOf(List.of("user", "assistant"))));
                }
                history.add(new Message(said.role(), said.content()));
            }
        }
        try {
            var answer = ai.ask(call.caller(), body.message(), history);
            return new Reply(
                    "AI response",
                    ordered(
                            "response", answer.response(),
                            "success", true,
                            "model", answer.model(),
                            "provider", answer.provider()));
        } catch (ModelFailed e) {
            return state("error", words(e.reason()), null);
        } catch (AppError.NotConfigured e) {
            return state("error", String.valueOf(e.getMessage()), null);
        }
    }

    private Object test(Call call) {
        var trial = ai.test(call.caller());
        var model = ai.currentModel();
        var names = trial.available().stream().map(Offer::name).toList();
        if (trial.failure() != null) {
            return state("error", words(trial.failure()), ordered("provider", AiConfig.id(ai.currentProvider())));
        }
        var data = ordered("provider", AiConfig.id(ai.currentProvider()), "model", model, "available_models", names);
        if (trial.hasModel()) return new Reply("The AI answers and has the model " + model, data);
        data.put("suggestion", names.isEmpty() ? "Install a model first" : "Choose one of the available models");
        return state("warning", "The AI answers, but has no model " + model, data);
    }

    private Object providers() {
        var providers = ordered();
        for (var provider : LlmProvider.values()) {
            providers.put(
                    AiConfig.id(provider),
                    ordered(
                            "name", AiConfig.name(provider),
                            "description", description(provider),
                            "requires_api_key", provider != LlmProvider.OLLAMA,
                            "supports_sql", false,
                            "default_url", AiConfig.url(provider),
                            "models", suggested(provider)));
        }
        var current = ordered(
                "provider", AiConfig.id(ai.currentProvider()), "model", ai.currentModel(), "enabled", ai.isEnabled());
        return new Reply(
                providers.size() + " AI providers",
                ordered("providers", providers, "current_provider", current, "sql_support", false));
    }

    private Object models(Call call) {
        var provider = ai.currentProvider();
        try {
            var models = ai.models(call.caller()).stream()
                    .map(offer -> provider == LlmProvider.OLLAMA
                            ? ordered(
                                    "name", offer.name(),
                                    "size", offer.bytes(),
                                    "modified_at", offer.modifiedAt(),
                                    "digest", offer.digest())
                            : ordered("name", offer.name(), "description", AiConfig.name(provider) + " model"))
                    .toList();
            return new Reply(models.size() + " models", listed(provider, models));
        } catch (ModelFailed e) {
            return state("error", words(e.reason()), listed(provider, List.of()));
        }
    }

    private Map<String, @Nullable Object> listed(LlmProvider provider, List<?> models) {
        return ordered("provider", AiConfig.id(provider), "models", models, "current_model", ai.currentModel());
    }

    private static Answer state(String status, String message, @Nullable Object data) {
        return new Answer.Bare(
                200,
                ordered(
                        "status",
                        status,
                        "message",
                        message,
                        "data",
                        data,
                        "page",
                        null,
                        "page_size",
                        null,
                        "total_parts",
                        null),
                Map.of());
    }

    private static String description(LlmProvider provider) {
        return switch (provider) {
            case OLLAMA -> "Models on a machine of your own";
            case OPENAI -> "OpenAI and services that speak like it";
            case ANTHROPIC -> "Anthropic's Claude models";
        };
    }

    private static List<String> suggested(LlmProvider provider) {
        return switch (provider) {
            case OLLAMA -> List.of("llama3.2", "qwen2.5", "mistral");
            case OPENAI -> List.of("gpt-4o", "gpt-4o-mini");
            case ANTHROPIC -> List.of("claude-3-5-sonnet-latest", "claude-3-5-haiku-latest");
        };
    }

    /// Says what is wrong with the model, and nothing about where it is.
    private static String words(ModelFailed.Reason reason) {
        return switch (reason) {
            case WRONG_KEY -> "The AI provider refuses the API key";
            case NO_CREDIT -> "The account at the AI provider has no credit";
            case BUSY -> "The AI provider is busy; try again soon";
            case REFUSED -> "The AI provider refuses the request";
            case BROKEN -> "The AI provider has an error of its own";
            case SLOW -> "The AI provider did not answer in time";
            case UNREACHABLE -> "The AI provider cannot be reached";
            case GARBAGE -> "The AI provider answered something unreadable";
            case CUT -> "The answer of the AI provider broke off";
        };
    }
}
