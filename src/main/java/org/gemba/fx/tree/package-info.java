/// Lists that belong to a tree: {@link org.gemba.fx.tree.TreeAndGrid} shows both, and rows move into the tree by mouse
/// or keyboard.
@NullMarked
package org.gemba.fx.tree;

import org.jspecify.annotations.NullMarked;
