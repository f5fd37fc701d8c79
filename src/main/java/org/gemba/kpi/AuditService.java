package org.gemba.kpi;

import java.util.List;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.Books;
import org.gemba.platform.audit.AuditFilter;
import org.gemba.platform.audit.AuditLine;
import org.jspecify.annotations.Nullable;

/// The history of every write, for administrators.
public final class AuditService {
    private final Books books;

    AuditService(Books books) {
        this.books = books;
    }

    /// The newest first. Only what concerns KPIs and users; other rooms show theirs.
    ///
    /// @param who null for everybody
    /// @param type null for every kind of record
    /// @param id null for every record
    public List<AuditLine> list(
            Caller caller, @Nullable String who, @Nullable String type, @Nullable String id, int limit, int offset) {
        caller.require(Permission.AUDIT_READ);
        return books.audit(new AuditFilter(who, type, id, null, null, limit, offset));
    }

    /// How many lines the same question finds on all pages.
    public long count(Caller caller, @Nullable String who, @Nullable String type, @Nullable String id) {
        caller.require(Permission.AUDIT_READ);
        return books.auditLines(who, type, id);
    }
}
