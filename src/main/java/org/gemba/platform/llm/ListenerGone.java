package org.gemba.platform.llm;

import java.io.IOException;

/// Who asked does not listen any more; the model was told to stop.
public final class ListenerGone extends IOException {
    public ListenerGone(Throwable cause) {
        super("nobody listens any more", cause);
    }
}
