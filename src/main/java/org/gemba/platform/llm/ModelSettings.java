package org.gemba.platform.llm;

import java.math.BigDecimal;
import org.gemba.platform.config.Secret;

/// Which model answers, and how.
///
/// @param base address below which the maker's paths are, for example `https://api.deepseek.com`
/// @param key blank where none is needed
/// @param maxTokens the longest answer
/// @param temperature 0 for always the same words
public record ModelSettings(String base, Secret key, String model, int maxTokens, BigDecimal temperature) {}
