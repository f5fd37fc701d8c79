/// Shopify's GraphQL Admin API: products, stock levels and orders of several stores.
@NullMarked
package org.gemba.planning.shopify;

import org.jspecify.annotations.NullMarked;
