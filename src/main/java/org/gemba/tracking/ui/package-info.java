/// Customers and bindings, invite codes, what a customer sees, messages, API monitoring.
@NullMarked
package org.gemba.tracking.ui;

import org.jspecify.annotations.NullMarked;
