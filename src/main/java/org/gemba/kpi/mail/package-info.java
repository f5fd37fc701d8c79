/// Sends mail over SMTP.
@NullMarked
package org.gemba.kpi.mail;

import org.jspecify.annotations.NullMarked;
