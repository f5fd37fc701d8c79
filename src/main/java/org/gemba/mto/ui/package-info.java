/// The screens of make-to-order: looking a number up, where an order stands, what is out of order.
@NullMarked
package org.gemba.mto.ui;

import org.jspecify.annotations.NullMarked;
