/// A mail server that delivers nowhere: what it takes can be looked at.
@NullMarked
package org.gemba.demo.smtp;

import org.jspecify.annotations.NullMarked;
