package org.gemba.fx.scan;

import org.gemba.fx.UserMemory;

/// How the scanner at this place types.
///
/// @param enabled off where no scanner is and somebody types very fast
/// @param prefix the sign that the scanner sends before each code; empty for none
/// @param gapMillis the longest time between two signs of one code; a person rarely types two within 35 ms
/// @param shortest codes with fewer signs are taken for typing
public record ScanSettings(boolean enabled, String prefix, int gapMillis, int shortest) {
    public static final ScanSettings STANDARD = new ScanSettings(true, "", 35, 4);

    private static final String KEY = "shell.scanner";

    public ScanSettings {
        if (gapMillis < 5 || gapMillis > 200) throw new IllegalArgumentException("gap " + gapMillis);
        if (shortest < 2) throw new IllegalArgumentException("shortest " + shortest);
        if (prefix.length() > 1) throw new IllegalArgumentException("prefix " + prefix);
    }

    /// What the user keeps; the standard when nothing sensible is kept.
    public static ScanSettings in(UserMemory memory) {
        var parts = memory.get(KEY).orElse("").split("\t", -1);
        if (parts.length != 3) return STANDARD;
        try {
            return new ScanSettings(
                    Boolean.parseBoolean(parts[0]), parts[1], Integer.parseInt(parts[2]), STANDARD.shortest);
        } catch (IllegalArgumentException e) {
            return STANDARD;
        }
    }

    public void keep(UserMemory memory) {
        memory.put(KEY, enabled + "\t" + prefix + "\t" + gapMillis);
    }
}
