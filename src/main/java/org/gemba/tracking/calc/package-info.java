/// How far an order is, from its documents and nothing else.
@NullMarked
package org.gemba.tracking.calc;

import org.jspecify.annotations.NullMarked;
