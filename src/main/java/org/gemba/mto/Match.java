package org.gemba.mto;

/// How surely a quantity belongs to a line. The documents of one material code do not always carry the auxiliary
/// attribute that its line has; what finds no line of its own goes to one elected line, once.
public enum Match {
    /// The documents carry this line's own auxiliary attribute.
    EXACT,
    /// It came, in part or in whole, from documents without an auxiliary attribute.
    AUX_ZERO_FALLBACK,
    /// It came, in part or in whole, from documents with other auxiliary attributes.
    ALL_AUX_ROLLUP,
    /// There are such documents for the code, and other lines have them: a true zero.
    NO_MATCH,
    /// There is no such document for the code: nothing is known, which is not zero.
    ABSENT
}
