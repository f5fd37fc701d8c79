/// What every feature stands on: the database, tasks, outbound HTTP, files, errors, texts. Knows no feature, no screen,
/// no route.
@NullMarked
package org.gemba.platform;

import org.jspecify.annotations.NullMarked;
