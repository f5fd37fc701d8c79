/// The inventory's part of the inventory API: parts, categories, locations, tasks, utilities.
@NullMarked
package org.gemba.inventory.http;

import org.jspecify.annotations.NullMarked;
