/// Tables in and out of files: CSV and XLSX, streamed, with limits against hostile files and a guard against formulas.
@NullMarked
package org.gemba.platform.tabular;

import org.jspecify.annotations.NullMarked;
