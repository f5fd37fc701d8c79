/// Answers questions in words: about one order, or by a query that a language model writes and a guard contains.
@NullMarked
package org.gemba.assistant;

import org.jspecify.annotations.NullMarked;
