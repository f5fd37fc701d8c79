/// What is kept at hand: answers in memory, one build at a time for each number, what is asked for most.
@NullMarked
package org.gemba.mto.cache;

import org.jspecify.annotations.NullMarked;
