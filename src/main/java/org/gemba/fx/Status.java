package org.gemba.fx;

import org.kordamp.ikonli.Ikon;

/// A state as it is shown: words by key, a tone, an icon. Lists sort by `rank`.
///
/// @param code a short English word that filters accept in every language, for example `late`
public record Status(String code, String titleKey, Tone tone, Ikon icon, int rank) implements Comparable<Status> {
    @Override
    public int compareTo(Status other) {
        return Integer.compare(rank, other.rank);
    }
}
