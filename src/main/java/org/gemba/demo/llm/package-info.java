/// A language model in miniature behind the OpenAI-compatible chat API: it answers from what the prompt holds, always
/// the
/// same way, and misbehaves on command.
@NullMarked
package org.gemba.demo.llm;

import org.jspecify.annotations.NullMarked;
