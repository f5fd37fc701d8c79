/// Logins, refreshes, logouts and the users and roles of every API, each as its document prints them.
@NullMarked
package org.gemba.access.http;

import org.jspecify.annotations.NullMarked;
