/// The import wizard: file, columns, preview, outcome. A feature tells what it takes by an
/// {@link org.gemba.fx.imports.ImportSpec}; {@link org.gemba.fx.imports.ImportWizard} is the page to show.
@NullMarked
package org.gemba.fx.imports;

import org.jspecify.annotations.NullMarked;
