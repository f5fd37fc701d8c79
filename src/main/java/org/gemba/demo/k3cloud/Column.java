package org.gemba.demo.k3cloud;

/// One field of a form, by the exact key that a query must use.
record Column(String key, Kind kind) {
    /// What a field holds, and so how it is compared and written.
    enum Kind {
        /// `String`
        TEXT,
        /// `Number`, written with decimals now and then
        NUMBER,
        /// `Long`, 0 for none
        ID,
        /// `LocalDateTime`
        TIME,
        /// `Boolean`, written in the mixed shapes of the ERP
        FLAG
    }
}
