package org.gemba.inventory;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.ai.AiPages;
import org.gemba.inventory.ai.ModelDoor;
import org.gemba.platform.config.Secret;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.GuardedFetch;
import org.gemba.platform.http.Reach;
import org.gemba.platform.http.Retry;
import org.gemba.platform.http.Target;
import org.gemba.platform.llm.ChatModel;
import org.gemba.platform.llm.ChatModel.Message;
import org.gemba.platform.llm.ChatModel.Offer;
import org.gemba.platform.llm.ListenerGone;
import org.gemba.platform.llm.LlmProvider;
import org.gemba.platform.llm.ModelFailed;
import org.gemba.platform.llm.ModelSettings;
import org.gemba.platform.security.SecretBox;
import org.jspecify.annotations.Nullable;

/// Answers questions about the inventory through a language model of the administrator's choice. The model is given
/// what
/// the caller may read and can change nothing.
public final class InventoryAi {
    private static final String CONFIG = "ai";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 4 << 20;
    private static final int MOST_TOKENS = 100_000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_PROMPT = 10_000;
    private static final int LONGEST_QUESTION = 8_000;
    private static final int HISTORY = 20;

    private final Configs configs;
    private final SecretBox box;
    private final GuardedFetch fetch;
    private final Supplier<Set<String>> privateHosts;
    private final InventoryFacts facts;

    /// As it lies in the database.
    private record Stored(
            boolean enabled,
            LlmProvider provider,
            String apiUrl,
            String sealedKey,
            String modelName,
            BigDecimal temperature,
            int maxTokens,
            String systemPrompt,
            Map<String, Object> additionalSettings) {}

    /// What came of a test of the connection.
    ///
    /// @param reached address and key are right
    /// @param available the models that there are
    /// @param failure why it was not reached; null when it was
    public record Trial(
            boolean reached, boolean hasModel, List<Offer> available, ModelFailed.@Nullable Reason failure) {}

    /// One question and its answer.
    ///
    /// @param provider `navigation_handler` when the question asked for a page and no model was needed
    public record Answer(String response, String model, String provider) {}

    InventoryAi(
            Configs configs,
            SecretBox box,
            GuardedFetch fetch,
            Supplier<Set<String>> privateHosts,
            InventoryFacts facts) {
        this.configs = configs;
        this.box = box;
        this.fetch = fetch;
        this.privateHosts = privateHosts;
        this.facts = facts;
    }

    /// With the key; never show it.
    public AiConfig config(Caller caller) {
        caller.require(Permission.SETTINGS_WRITE);
        return config();
    }

    /// Whether questions can be asked.
    public boolean isEnabled() {
        return config().enabled();
    }

    /// Whether somebody stored a configuration.
    boolean isConfigured() {
        return configs.isStored(CONFIG);
    }

    private AiConfig config() {
        var stored = configs.read(CONFIG, Stored.class, () -> sealed(AiConfig.standard()));
        return new AiConfig(
                stored.enabled(),
                stored.provider(),
                stored.apiUrl(),
                new Secret(opened(stored.sealedKey())),
                stored.modelName(),
                stored.temperature(),
                stored.maxTokens(),
                stored.systemPrompt(),
                stored.additionalSettings());
    }

    private String opened(String sealed) {
        if (sealed.isEmpty()) return "";
        try {
            return box.open(CONFIG, sealed);
        } catch (SecretBox.UnreadableSecret e) {
            return "";
        }
    }

    private Stored sealed(AiConfig config) {
        return new Stored(
                config.enabled(),
                config.provider(),
                config.apiUrl(),
                config.apiKey().isBlank()
                        ? ""
                        : box.seal(CONFIG, config.apiKey().value()),
                config.modelName(),
                config.temperature(),
                config.maxTokens(),
                config.systemPrompt(),
                config.additionalSettings());
    }

    /// Another address takes the key away, unless the change brings one: a key must not be sent where it was not meant
    /// to go.
    ///
    /// @param key null leaves the stored one
    /// @throws AppError.InvalidInput for a value out of range, or an address that is none
    public AiConfig configure(Caller caller, AiConfig wanted, @Nullable String key) {
        caller.require(Permission.SETTINGS_WRITE);
        var before = config();
        new Rules()
                .check(isAddress(wanted.apiUrl()), "api_url", wanted.apiUrl(), "must be an http or https address")
                .required("model_name", wanted.modelName(), LONGEST_TEXT)
                .atMost("system_prompt", wanted.systemPrompt(), LONGEST_PROMPT)
                .atMost("api_key", key, LONGEST_TEXT)
                .check(
                        wanted.temperature().signum() >= 0
                                && wanted.temperature().compareTo(BigDecimal.TWO) <= 0,
                        "temperature",
                        wanted.temperature(),
                        "must be 0 to 2")
                .check(
                        wanted.maxTokens() >= 1 && wanted.maxTokens() <= MOST_TOKENS,
                        "max_tokens",
                        wanted.maxTokens(),
                        "must be 1 to " + MOST_TOKENS)
                .enforce();
        boolean moved = !host(before.apiUrl()).equals(host(wanted.apiUrl()));
        var held = moved ? "" : before.apiKey().value();
        var after = withKey(wanted, new Secret(key == null ? held : key));
        configs.write(caller, CONFIG, sealed(after), shown(before), shown(after));
        return after;
    }

    private static AiConfig withKey(AiConfig config, Secret key) {
        return new AiConfig(
                config.enabled(),
                config.provider(),
                config.apiUrl(),
                key,
                config.modelName(),
                config.temperature(),
                config.maxTokens(),
                config.systemPrompt(),
                config.additionalSettings());
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return text.length() <= LONGEST_TEXT
                    && text.matches("(?i)https?://.+")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String host(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }

    /// For the audit: the key only as there or not.
    private static Map<String, Object> shown(AiConfig config) {
        return Map.of(
                "enabled", config.enabled(),
                "provider", AiConfig.id(config.provider()),
                "api_url", config.apiUrl(),
                "api_key", config.apiKey().toString(),
                "model_name", config.modelName(),
                "temperature", config.temperature(),
                "max_tokens", config.maxTokens());
    }

    /// Back to how it was before anybody configured it.
    public AiConfig reset(Caller caller) {
        caller.require(Permission.SETTINGS_WRITE);
        configs.reset(caller, CONFIG, shown(config()), shown(AiConfig.standard()));
        return AiConfig.standard();
    }

    /// Which models there are, in the words of the other side.
    public List<Offer> models(Caller caller) throws ModelFailed {
        caller.require(Permission.CHAT);
        return model(config()).offers();
    }

    /// The model that is asked.
    public String currentModel() {
        return config().modelName();
    }

    public LlmProvider currentProvider() {
        return config().provider();
    }

    /// Asks for the models, which costs nothing and proves address and key.
    public Trial test(Caller caller) {
        caller.require(Permission.SETTINGS_WRITE);
        var config = config();
        try {
            var offers = model(config).offers();
            boolean has = offers.stream()
                    .anyMatch(offer -> offer.name().equals(config.modelName())
                            || offer.name().equals(config.modelName() + ":latest"));
            return new Trial(true, has, offers, null);
        } catch (ModelFailed e) {
            return new Trial(false, false, List.of(), e.reason());
        }
    }

    /// Answers in one piece.
    ///
    /// @throws AppError.NotConfigured when it is off
    public Answer ask(Caller caller, String question, List<Message> history) throws ModelFailed {
        var page = AiPages.asked(checked(caller, question));
        if (page.isPresent()) return new Answer(page.get(), AiPages.HANDLER, AiPages.HANDLER);
        var config = enabled();
        var text = model(config).whole(conversation(caller, config, question, history));
        return new Answer(text, config.modelName(), AiConfig.id(config.provider()));
    }

    /// Answers piece by piece, on this thread.
    public void stream(Caller caller, String question, List<Message> history, ChatModel.Listener listener)
            throws ModelFailed, ListenerGone {
        checked(caller, question);
        var config = enabled();
        model(config).stream(conversation(caller, config, question, history), listener);
    }

    private static String checked(Caller caller, String question) {
        caller.require(Permission.CHAT);
        caller.require(Permission.PARTS_READ);
        new Rules().required("message", question, LONGEST_QUESTION).enforce();
        return question;
    }

    private AiConfig enabled() {
        var config = config();
        if (!config.enabled()) throw new AppError.NotConfigured("ai", "AI is disabled; an administrator can enable it");
        return config;
    }

    private List<Message> conversation(Caller caller, AiConfig config, String question, List<Message> history) {
        var all = new ArrayList<Message>();
        all.add(new Message("system", config.systemPrompt() + "\n\n" + facts.about(caller, question)));
        all.addAll(history.subList(Math.max(0, history.size() - HISTORY), history.size()));
        all.add(new Message("user", question));
        return all;
    }

    private ChatModel model(AiConfig config) throws ModelFailed {
        var target = new Target("llm", CONNECT, SILENCE, LONGEST, Retry.NONE, MOST_BYTES);
        var settings = new ModelSettings(
                config.apiUrl(), config.apiKey(), config.modelName(), config.maxTokens(), config.temperature());
        return ModelDoor.open(fetch, config.provider(), settings, Reach.trusted(privateHosts.get()), target);
    }
}
