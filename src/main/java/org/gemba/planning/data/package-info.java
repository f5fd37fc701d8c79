/// Planning's tables: products, sales, stock by place, resources, schedules.
@NullMarked
package org.gemba.planning.data;

import org.jspecify.annotations.NullMarked;
