/// The order-tracking API that WeChat mini programs call.
@NullMarked
package org.gemba.tracking.http;

import org.jspecify.annotations.NullMarked;
