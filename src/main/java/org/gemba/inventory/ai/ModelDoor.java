package org.gemba.inventory.ai;

import org.gemba.platform.error.AppError;
import org.gemba.platform.http.GuardedFetch;
import org.gemba.platform.http.Reach;
import org.gemba.platform.http.Target;
import org.gemba.platform.llm.ChatModel;
import org.gemba.platform.llm.LlmProvider;
import org.gemba.platform.llm.ModelFailed;
import org.gemba.platform.llm.ModelSettings;

/// Opens the way to a model whose address is a setting: nothing but that host is reached, and no closed network unless
/// it was allowed.
public final class ModelDoor {
    private ModelDoor() {}

    /// @throws ModelFailed when the address is none
    public static ChatModel open(
            GuardedFetch fetch, LlmProvider provider, ModelSettings settings, Reach reach, Target target)
            throws ModelFailed {
        try {
            return ChatModel.of(provider, fetch.client(settings.base(), reach, target), settings);
        } catch (AppError.UpstreamUnavailable e) {
            throw new ModelFailed(ModelFailed.Reason.UNREACHABLE, "address");
        }
    }
}
