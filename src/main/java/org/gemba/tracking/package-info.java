/// Customers follow their own orders: WeChat login, binding to a customer of the ERP, orders, materials, messages, and
/// the monitoring of the APIs.
@NullMarked
package org.gemba.tracking;

import org.jspecify.annotations.NullMarked;
