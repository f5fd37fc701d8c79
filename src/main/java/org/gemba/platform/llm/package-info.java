/// Speaks with language models in their makers' own protocols (OpenAI and whoever speaks like it, Ollama, Anthropic),
/// whole or streamed, and asks which models there are.
@NullMarked
package org.gemba.platform.llm;

import org.jspecify.annotations.NullMarked;
