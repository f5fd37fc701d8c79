/// Planning: products and their sales, demand forecasts, stock decisions, production schedules, shop integrations.
@NullMarked
package org.gemba.planning;

import org.jspecify.annotations.NullMarked;
