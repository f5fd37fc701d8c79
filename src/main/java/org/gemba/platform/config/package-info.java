/// Typed settings, taken from the environment, then gemba.properties, then what Settings stored.
@NullMarked
package org.gemba.platform.config;

import org.jspecify.annotations.NullMarked;
