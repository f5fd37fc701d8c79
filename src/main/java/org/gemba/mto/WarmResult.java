package org.gemba.mto;

/// What came of loading MTOs into memory ahead of the question.
///
/// @param requested how many were asked for; there may be fewer to load
public record WarmResult(Source source, int requested, int warmed, int failed) {
    public enum Source {
        /// What people asked for most.
        QUERY_HISTORY,
        /// What was synchronised last.
        RECENT_SYNCED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isNothingToDo() {
        return warmed + failed == 0;
    }
}
