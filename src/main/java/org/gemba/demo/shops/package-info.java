/// Simulators of Shopify, Amazon's Selling Partner API and Xero that sell the demo factory's goods.
@NullMarked
package org.gemba.demo.shops;

import org.jspecify.annotations.NullMarked;
