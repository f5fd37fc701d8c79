/// The one database: readers, the single durable writer, migrations, backup.
@NullMarked
package org.gemba.platform.db;

import org.jspecify.annotations.NullMarked;
