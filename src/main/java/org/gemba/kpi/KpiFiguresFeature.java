package org.gemba.kpi;

import java.time.Clock;
import java.util.List;
import org.gemba.kpi.http.KpiRoutes;
import org.gemba.platform.Feature;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the reading half of the KPIs: figures, what they lack, reports.
public final class KpiFiguresFeature implements Feature, HttpFeature {
    private final KpiService figures;
    private final DataQualityService quality;

    public KpiFiguresFeature(Database database, Events events, Clock clock) {
        this.figures = new KpiService(database, events, clock);
        this.quality = new DataQualityService(database, figures);
    }

    public KpiService figures() {
        return figures;
    }

    public DataQualityService quality() {
        return quality;
    }

    @Override
    public String id() {
        return "kpi.figures";
    }

    @Override
    public List<Route> routes() {
        return KpiRoutes.of(figures, quality);
    }
}
