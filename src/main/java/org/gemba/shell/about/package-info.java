/// Version, folders and the libraries with their licences.
@NullMarked
package org.gemba.shell.about;

import org.jspecify.annotations.NullMarked;
