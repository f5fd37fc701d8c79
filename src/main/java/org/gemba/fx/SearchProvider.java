package org.gemba.fx;

import java.util.List;
import java.util.Map;
import org.kordamp.ikonli.Ikon;

/// Finds records of one kind for the command palette.
public interface SearchProvider {
    /// The heading above its hits.
    String titleKey();

    /// The sign that narrows the palette to this kind, for example `#` for orders.
    char prefix();

    /// Called off the FX thread, again with every pause in typing; may block, must end.
    List<Hit> search(String query, int limit);

    /// One record found.
    ///
    /// @param detail a second, quieter text; empty for none
    /// @param screenId what opens when it is chosen
    record Hit(String title, String detail, Ikon icon, String screenId, Map<String, String> arguments) {}
}
