package org.gemba.platform.llm;

/// Whose protocol is spoken.
public enum LlmProvider {
    OLLAMA,
    OPENAI,
    ANTHROPIC
}
