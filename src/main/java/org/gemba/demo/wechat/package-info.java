/// A WeChat platform on loopback for one mini program: login codes, access tokens, subscribe messages, with the real
/// error codes, misbehaving on command.
@NullMarked
package org.gemba.demo.wechat;

import org.jspecify.annotations.NullMarked;
