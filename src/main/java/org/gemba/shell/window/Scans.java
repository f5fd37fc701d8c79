package org.gemba.shell.window;

import java.util.List;
import java.util.function.Consumer;
import org.gemba.fx.Desk;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.SearchProvider.Hit;
import org.gemba.fx.task.Jobs;

/// What becomes of a scanned code: the screen in front takes it, or the one record of that name opens, or the palette
/// shows what is like it.
final class Scans {
    private static final int MOST = 5;

    private final Desk desk;
    private final Tabs tabs;
    private final List<SearchProvider> providers;
    private final Consumer<String> palette;
    private final Jobs jobs;

    Scans(Desk desk, Tabs tabs, List<SearchProvider> providers, Consumer<String> palette) {
        this.desk = desk;
        this.tabs = tabs;
        this.providers = providers;
        this.palette = palette;
        this.jobs = desk.background().jobs();
    }

    void take(String code) {
        if (tabs.scanned(code)) return;
        jobs.runLatest("scan", progress -> hits(code))
                .onSuccess(hits -> open(code, hits))
                .start();
    }

    private List<Hit> hits(String code) {
        return providers.stream()
                .flatMap(provider -> provider.search(code, MOST).stream())
                .toList();
    }

    private void open(String code, List<Hit> hits) {
        var exact =
                hits.stream().filter(hit -> hit.title().equalsIgnoreCase(code)).toList();
        var one = exact.size() == 1 ? exact : hits;
        if (one.size() == 1)
            desk.navigator().open(one.getFirst().screenId(), one.getFirst().arguments());
        else if (one.isEmpty()) desk.notices().warning(desk.language().now("shell.scan.unknown", code));
        else palette.accept(code);
    }
}
