package org.gemba.erp.sync;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpForm;
import org.gemba.erp.data.Masters;
import org.gemba.erp.k3cloud.LiveDocuments;
import org.gemba.platform.error.AppError;

/// Fetches what documents refer to, each once a run. A failure is noted and holds nothing up.
final class TextFetcher {
    private final LiveDocuments erp;
    private final Masters masters;
    private final Clock clock;
    private final BiConsumer<String, Throwable> note;
    private final Set<Long> auxIds = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    TextFetcher(LiveDocuments erp, Masters masters, Clock clock, BiConsumer<String, Throwable> note) {
        this.erp = erp;
        this.masters = masters;
        this.clock = clock;
        this.note = note;
    }

    void fetch(DocumentSet documents) {
        var newIds = new HashSet<Long>();
        var newCodes = new HashSet<String>();
        for (var form : ErpForm.DOCUMENTS) {
            for (var line : documents.of(form)) {
                if (line.auxId() > 0 && auxIds.add(line.auxId())) newIds.add(line.auxId());
                if (codes.add(line.material().code()))
                    newCodes.add(line.material().code());
            }
        }
        try {
            if (!newIds.isEmpty()) masters.replaceTexts(newIds, erp.auxTexts(newIds), clock.instant());
        } catch (AppError.UpstreamUnavailable e) {
            note.accept("texts of attributes", e);
        }
        try {
            if (!newCodes.isEmpty()) {
                masters.replaceMaterials(newCodes, erp.materials(newCodes).values(), clock.instant());
            }
        } catch (AppError.UpstreamUnavailable e) {
            note.accept("materials", e);
        }
    }

    void customers() {
        try {
            masters.replaceCustomers(erp.customers(), clock.instant());
        } catch (AppError.UpstreamUnavailable e) {
            note.accept("customers", e);
        }
    }
}
