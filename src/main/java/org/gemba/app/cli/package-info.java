/// The commands of the terminal: what they are called, what they take, what they say and which exit code they leave.
@NullMarked
package org.gemba.app.cli;

import org.jspecify.annotations.NullMarked;
