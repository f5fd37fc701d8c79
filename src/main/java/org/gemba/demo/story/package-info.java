/// Reads the told factory of `sample-data/` and moves its dates so that its last day is today. A chapter is a folder
/// with
/// its section in `sample-data/README.md`; the ERP's is `erp`.
@NullMarked
package org.gemba.demo.story;

import org.jspecify.annotations.NullMarked;
