/// Texts in English and Simplified Chinese, by key.
@NullMarked
package org.gemba.platform.i18n;

import org.jspecify.annotations.NullMarked;
