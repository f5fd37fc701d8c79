package org.gemba.demo.suppliers;

import java.util.Map;
import org.gemba.demo.loopback.MoodyServer;

/// What the simulated suppliers have in common: a catalogue, and its data sheets and pictures.
abstract class Shop extends MoodyServer {
    final Catalogue catalogue;

    Shop(String name, Catalogue catalogue) {
        super(name, Map.of("/files/", new ShopFiles(catalogue)::answer));
        this.catalogue = catalogue;
    }

    String file(CataloguePart part, String ending) {
        return url() + "/files/" + part.file() + ending;
    }
}
