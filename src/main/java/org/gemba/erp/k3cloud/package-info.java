/// The K3Cloud WebAPI: login, sessions, queries, its many shapes of failure, and the forms that Gemba reads.
@NullMarked
package org.gemba.erp.k3cloud;

import org.jspecify.annotations.NullMarked;
