/// Runs SQL that a language model wrote: a guard that rewrites one SELECT from what it knows, and a runner with a user
/// who can read the report views and nothing else.
@NullMarked
package org.gemba.assistant.sql;

import org.jspecify.annotations.NullMarked;
