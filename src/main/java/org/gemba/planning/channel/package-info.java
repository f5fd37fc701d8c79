/// What shops and books have in common when planning reads them: the shape of what they tell, one way to call them and
/// to name what went wrong.
@NullMarked
package org.gemba.planning.channel;

import org.jspecify.annotations.NullMarked;
