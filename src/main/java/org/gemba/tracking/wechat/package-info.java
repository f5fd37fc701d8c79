/// The WeChat platform: login codes, access tokens, subscribe messages.
@NullMarked
package org.gemba.tracking.wechat;

import org.jspecify.annotations.NullMarked;
