package org.gemba.platform.tabular;

/// What a file from outside may be at most.
///
/// @param bytes of the file as it came
/// @param rows without the header
/// @param cellCharacters of one cell
/// @param entryBytes of one part of an XLSX file, unpacked
public record TableLimits(int bytes, int rows, int columns, int cellCharacters, long entryBytes) {
    public static final TableLimits UPLOAD = new TableLimits(20 << 20, 50_000, 200, 32_768, 100L << 20);
}
