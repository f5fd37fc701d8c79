package org.gemba.mto;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The answer to one question for an MTO: what is known, where it came from, how old it is.
///
/// @param queriedAt when it was asked
/// @param asOf the stamp of the oldest document behind it
public record MtoStatus(MtoContent content, Source source, Instant queriedAt, Instant asOf) {
    public enum Source {
        /// From memory or the database, younger than the freshness limit.
        CACHE,
        /// Asked from the ERP for this question.
        LIVE,
        /// From memory or the database, older than the limit, because the ERP does not answer.
        STALE;

        /// The word on the wire and the end of the text key `mto.source.<word>`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public String mtoNumber() {
        return content.mtoNumber();
    }

    public MtoParent parent() {
        return content.parent();
    }

    public List<MtoLine> lines() {
        return content.lines();
    }

    public RelatedOrders related() {
        return content.related();
    }

    /// How old the oldest document was when it was asked; never negative.
    public Duration age() {
        var age = Duration.between(asOf, queriedAt);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
