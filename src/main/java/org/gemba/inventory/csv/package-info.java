/// Reads the order files of suppliers: finds out whose file it is, and turns its rows into order lines.
@NullMarked
package org.gemba.inventory.csv;

import org.jspecify.annotations.NullMarked;
