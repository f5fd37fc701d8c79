/// Speaks with a language model over the OpenAI-compatible protocol, whole or streamed.
@NullMarked
package org.gemba.assistant.llm;

import org.jspecify.annotations.NullMarked;
