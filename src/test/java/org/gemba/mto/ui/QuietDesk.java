package org.gemba.mto.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.gemba.fx.UserMemory;
import org.gemba.fx.action.ActionRegistry;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.grid.SheetFiles;
import org.gemba.fx.notify.Notices;
import org.gemba.fx.task.Background;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;

/// A desk without a toolkit: background work waits until the test lets it run, on the test's own thread.
final class QuietDesk {
    final List<String> opened = new ArrayList<>();
    final UserMemory memory = UserMemory.transientMemory();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    final Desk desk = new Desk(
            new Background(queue(), Runnable::run),
            new Language(new Texts(List.of("fx", "mto")), Locale.ENGLISH),
            new Theme(),
            new ActionRegistry(),
            new Notices(MtoRoom.CLOCK),
            (id, arguments) -> opened.add(id + arguments),
            memory,
            FileDialogs.ofSystem(),
            new SheetFiles(),
            new Events(),
            Caller::system,
            MtoRoom.CLOCK,
            java.time.ZoneId.of("Asia/Shanghai"));

    void work() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) next.run();
    }

    private Executor queue() {
        return waiting::add;
    }
}
