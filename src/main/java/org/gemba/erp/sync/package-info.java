/// Keeps the stored documents up with the ERP: which MTO numbers changed, fetch them, replace them.
@NullMarked
package org.gemba.erp.sync;

import org.jspecify.annotations.NullMarked;
