package org.gemba.app.control;

import org.jspecify.annotations.Nullable;

/// One line of an answer: either words for the terminal or, last, the exit code.
record Line(@Nullable String say, @Nullable Integer exit) {}
