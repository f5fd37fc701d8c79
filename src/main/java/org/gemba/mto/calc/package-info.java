/// The one aggregator from documents to lines, and its rules as data. Pure: no database, no clock, no HTTP.
@NullMarked
package org.gemba.mto.calc;

import org.jspecify.annotations.NullMarked;
