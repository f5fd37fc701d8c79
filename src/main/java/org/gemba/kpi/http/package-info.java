/// The KPI document over HTTP.
@NullMarked
package org.gemba.kpi.http;

import org.jspecify.annotations.NullMarked;
