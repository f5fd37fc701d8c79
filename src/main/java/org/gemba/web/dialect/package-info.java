/// The five documented forms of success and error. Each dialect turns a value or a {@link Problem} into the status and
/// the body that its document prints.
@NullMarked
package org.gemba.web.dialect;

import org.jspecify.annotations.NullMarked;
