/// A label printer on loopback: takes Brother's raster language and ZPL as they come, and keeps each label as a
/// picture.
@NullMarked
package org.gemba.demo.labels;

import org.jspecify.annotations.NullMarked;
