package org.gemba.tracking.data;

import java.util.List;
import org.gemba.platform.db.Database;
import org.gemba.platform.metrics.CallHistory.Minute;
import org.gemba.platform.metrics.CallRoute;
import org.gemba.platform.metrics.CallTally;

/// Keeps counted calls over a restart.
public final class CallMinutes {
    private final Database database;

    public CallMinutes(Database database) {
        this.database = database;
    }

    public List<Minute> since(long minute) {
        return database.read(handle -> handle.createQuery(
                        "select minute_no, family, method, path, calls, errors, nanos,"
                                + " longest from tracking_call_minute where minute_no >= :minute order by minute_no")
                .bind("minute", minute)
                .map((row, context) -> new Minute(
                        row.getLong(1),
                        new CallRoute(row.getString(2), row.getString(3), row.getString(4)),
                        new CallTally(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))))
                .list());
    }

    /// Replaces what is stored of the minutes, and takes away what is older than a limit.
    public void store(List<Minute> counted, long oldest) {
        database.write(handle -> {
            handle.execute("delete from tracking_call_minute where minute_no < ?", oldest);
            if (counted.isEmpty()) return 0;
            var delete = handle.prepareBatch(
                    "delete from tracking_call_minute where minute_no = ? and family = ? and method = ? and path = ?");
            var insert = handle.prepareBatch("insert into tracking_call_minute (minute_no, family, method, path, calls,"
                    + " errors, nanos, longest) values (?, ?, ?, ?, ?, ?, ?, ?)");
            for (var one : counted) {
                var route = one.route();
                var tally = one.tally();
                delete.bind(0, one.minute())
                        .bind(1, route.family())
                        .bind(2, route.method())
                        .bind(3, route.path())
                        .add();
                insert.bind(0, one.minute())
                        .bind(1, route.family())
                        .bind(2, route.method())
                        .bind(3, route.path())
                        .bind(4, tally.calls())
                        .bind(5, tally.errors())
                        .bind(6, tally.nanos())
                        .bind(7, tally.longest())
                        .add();
            }
            delete.execute();
            insert.execute();
            return counted.size();
        });
    }
}
