/// Labelled fields with their message beneath, checked when they are left and when the form is submitted.
@NullMarked
package org.gemba.fx.form;

import org.jspecify.annotations.NullMarked;
