/// A Kingdee K3Cloud server in miniature: logins, bill queries with its filter language, its error shapes, and faults
/// on
/// command.
@NullMarked
package org.gemba.demo.k3cloud;

import org.jspecify.annotations.NullMarked;
