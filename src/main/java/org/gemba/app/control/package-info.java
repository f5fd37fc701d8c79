/// How a command of the terminal reaches a program that already has the data folder: a socket file inside that folder,
/// which only its owner can open.
@NullMarked
package org.gemba.app.control;

import org.jspecify.annotations.NullMarked;
