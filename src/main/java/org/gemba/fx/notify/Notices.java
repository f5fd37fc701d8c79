package org.gemba.fx.notify;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.action.Action;
import org.jspecify.annotations.Nullable;

/// The feed of messages, newest first. A {@link Toasts} layer shows each for a moment; the notification centre keeps
/// the last two hundred.
public final class Notices {
    private static final int KEPT = 200;

    private final Clock clock;
    private final ObservableList<Notice> feed = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private Consumer<Notice> shown = notice -> {};

    public Notices(Clock clock) {
        this.clock = clock;
    }

    public void information(String text) {
        add(Notice.Severity.INFORMATION, text, null);
    }

    public void success(String text) {
        add(Notice.Severity.SUCCESS, text, null);
    }

    public void warning(String text) {
        add(Notice.Severity.WARNING, text, null);
    }

    public void failure(String text, @Nullable Action action) {
        add(Notice.Severity.FAILURE, text, action);
    }

    public void add(Notice.Severity severity, String text, @Nullable Action action) {
        var notice = new Notice(severity, text, clock.instant(), action);
        feed.addFirst(notice);
        if (feed.size() > KEPT) feed.remove(KEPT, feed.size());
        unread.set(unread.get() + 1);
        shown.accept(notice);
    }

    /// Newest first; read-only.
    public ObservableList<Notice> feed() {
        return FXCollections.unmodifiableObservableList(feed);
    }

    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    public void markRead() {
        unread.set(0);
    }

    public void clear() {
        feed.clear();
        markRead();
    }

    /// Who shows each new one; the window sets its toast layer here.
    public void onNew(Consumer<Notice> layer) {
        shown = layer;
    }
}
