/// The K3Cloud WebAPI: sessions, bill queries, pages, error shapes, the catalogue of forms and their field keys.
@NullMarked
package org.gemba.erp.k3cloud;

import org.jspecify.annotations.NullMarked;
