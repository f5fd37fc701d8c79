package org.gemba.shell.tasks;

import org.gemba.fx.Language;

/// What a kind of task is called: `erp.sync` has the text `erp.task.sync`; without one its name must do.
record TaskTitles(Language language) {
    private static final String MISSING = "⟨";

    String of(String kind) {
        var words = language.now(key(kind));
        return words.startsWith(MISSING) ? kind : words;
    }

    static String key(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind + ".task" : kind.substring(0, dot) + ".task" + kind.substring(dot);
    }
}
