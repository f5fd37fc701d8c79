/// Draws labels and brings them to paper: layout, the languages of label printers, the ways to reach one.
@NullMarked
package org.gemba.inventory.label;

import org.jspecify.annotations.NullMarked;
