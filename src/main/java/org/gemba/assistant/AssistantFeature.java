package org.gemba.assistant;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.gemba.assistant.http.ChatRoutes;
import org.gemba.assistant.sql.Questioning;
import org.gemba.assistant.ui.AssistantPanel;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.Part;
import org.gemba.mto.MtoService;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.http.GuardedFetch;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Reach;
import org.gemba.platform.http.Retry;
import org.gemba.platform.http.Target;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.llm.ChatModel;
import org.gemba.platform.llm.LlmProvider;
import org.gemba.platform.llm.ModelSettings;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the assistant. Its settings are read at each question, so that a key which was stored a moment ago works.
public final class AssistantFeature implements Feature, HttpFeature, DesktopFeature {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 4 << 20;
    private static final int MOST_TOKENS = 1024;
    private static final BigDecimal TEMPERATURE = new BigDecimal("0.3");

    private final Questioning questioning;
    private final Assistant assistant;
    private final MtoService mto;

    /// @param database with the migrations of `erp` and `assistant`
    public AssistantFeature(
            MtoService mto, Database database, Audit audit, Outbound outbound, SettingsSource source, Texts texts) {
        AssistantSettings.read(source);
        this.mto = mto;
        var fetch = new GuardedFetch(outbound);
        this.questioning = new Questioning(database, audit);
        this.assistant = new Assistant(
                () -> AssistantSettings.read(source),
                () -> model(AssistantSettings.read(source), fetch),
                questioning,
                texts);
    }

    private static ChatModel model(AssistantSettings settings, GuardedFetch fetch) {
        var target = new Target("llm", CONNECT, settings.timeout(), LONGEST_ANSWER, Retry.NONE, MOST_BYTES);
        var client = fetch.client(settings.base(), Reach.trusted(settings.privateHosts()), target);
        return ChatModel.of(
                LlmProvider.OPENAI,
                client,
                new ModelSettings(settings.base(), settings.key(), settings.model(), MOST_TOKENS, TEMPERATURE));
    }

    public Assistant assistant() {
        return assistant;
    }

    @Override
    public String id() {
        return "assistant";
    }

    @Override
    public List<Route> routes() {
        return ChatRoutes.of(assistant);
    }

    @Override
    public List<Part> sidePanels(Desk desk) {
        return List.of(AssistantPanel.part(desk, assistant, mto));
    }

    @Override
    public void stop() {
        questioning.close();
    }
}
