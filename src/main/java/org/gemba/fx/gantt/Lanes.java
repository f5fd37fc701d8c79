package org.gemba.fx.gantt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts bars of one row that overlap beneath each other, each into the first lane that is free.
record Lanes(Map<String, Integer> laneOf, int count) {
    static Lanes of(List<GanttData.Bar> bars) {
        var ends = new ArrayList<Instant>();
        var laneOf = new HashMap<String, Integer>();
        var inOrder = bars.stream()
                .sorted(Comparator.comparing(GanttData.Bar::start).thenComparing(GanttData.Bar::id))
                .toList();
        for (var bar : inOrder) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane).isAfter(bar.start())) lane++;
            if (lane == ends.size()) ends.add(bar.end());
            else ends.set(lane, bar.end());
            laneOf.put(bar.id(), lane);
        }
        return new Lanes(laneOf, Math.max(1, ends.size()));
    }
}
