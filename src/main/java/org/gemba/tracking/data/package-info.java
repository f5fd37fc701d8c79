/// WeChat users, the orders as they were derived last, messages, templates, counted calls.
@NullMarked
package org.gemba.tracking.data;

import org.jspecify.annotations.NullMarked;
