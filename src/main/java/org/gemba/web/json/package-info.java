/// Reading bodies strictly into records and writing answers in each family's names and times.
@NullMarked
package org.gemba.web.json;

import org.jspecify.annotations.NullMarked;
