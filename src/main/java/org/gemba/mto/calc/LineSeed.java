package org.gemba.mto.calc;

import org.gemba.mto.MaterialType;

/// A line before its quantities: which material, in which variant, of which type.
record LineSeed(String code, long auxId, String group, String bomShortName, MaterialType type) {}
