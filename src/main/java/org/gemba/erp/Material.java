package org.gemba.erp;

/// A material as a document line prints it. Code never null; name and specification empty when the form has none.
public record Material(String code, String name, String specification) {}
