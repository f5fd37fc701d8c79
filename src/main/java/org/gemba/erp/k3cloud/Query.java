package org.gemba.erp.k3cloud;

import java.util.List;

/// One question to one form.
///
/// @param order the key that makes pages stable: the entry id
record Query(String form, List<String> fields, String filter, String order) {}
