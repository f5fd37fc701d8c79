package org.gemba.platform.print;

/// A report's layout, shipped with the program. Templates from outside are never loaded: their expressions are code.
///
/// @param owner the class beside whose package the file lies
/// @param file the layout's file, relative to that class
/// @param bundle the base name of the texts that the layout prints
public record ReportTemplate(Class<?> owner, String file, String bundle) {}
