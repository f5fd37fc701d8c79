/// How often a client may call: counters per family, route and client, in memory only.
@NullMarked
package org.gemba.web.limit;

import org.jspecify.annotations.NullMarked;
