/// The demo factory: sample data and the vendor simulators that speak the real protocols over loopback.
@NullMarked
package org.gemba.demo;

import org.jspecify.annotations.NullMarked;
