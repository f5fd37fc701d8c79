package org.gemba.mto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemba.mto.Documents;
import org.gemba.mto.MtoStatus.Source;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderViewModelTest {
    @TempDir
    static Path folder;

    private static Database database;

    private final QuietDesk quiet = new QuietDesk();
    private final MtoRoom room = new MtoRoom(database);

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private OrderViewModel shown(String mto) {
        var model = new OrderViewModel(quiet.desk, room.service, mto);
        model.onShow();
        quiet.work();
        return model;
    }

    @Test
    void whatStandsOutIsTheGravest() {
        var lines = shown(MtoRoom.MTO).lines();
        assertThat(lines.stream()
                        .map(line ->
                                line.of().materialCode() + " " + line.state().code()))
                .contains("05.02.010 late", "03.11.006 completed", "06.04.002 late");
    }

    @Test
    void aLineThatIsOverPickedAndCompleteIsToldAsOverPicked() {
        room.erp.store(
                new Documents("DS1")
                        .order("05.01", 0, "10")
                        .component("05.01", 0, "10", "半成品", false)
                        .received("05.01", 0, "10")
                        .picked("05.01", 0, "12"),
                Documents.NOW);
        assertThat(shown("DS1").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.state().code()).isEqualTo("over"));
    }

    @Test
    void whenTheErpIsSilentOldDataAreShownAndCalledOld() {
        room.erp.store(new Documents("DS2").sold("07.01", 0, "5"), Documents.NOW.minusSeconds(90_000));
        room.erp.down = true;
        var model = shown("DS2");
        assertThat(model.statusProperty().get().source()).isEqualTo(Source.STALE);
        assertThat(model.problemProperty().get())
                .startsWith("The ERP does not answer. These are the stored data as of 2026-11-23 09:00");
        assertThat(model.hereProperty().get()).isTrue();
    }

    @Test
    void withoutAnyDataTheScreenSaysWhatStillWorks() {
        room.erp.down = true;
        var model = shown("DS3");
        assertThat(model.statusProperty().get()).isNull();
        assertThat(model.problemProperty().get()).contains("Nothing is stored for this order.");
        assertThat(model.hereProperty().get()).isFalse();
    }

    @Test
    void anAnswerThatComesAfterTheScreenIsHiddenIsDropped() {
        var model = new OrderViewModel(quiet.desk, room.service, MtoRoom.MTO);
        model.onShow();
        model.onHide();
        quiet.work();
        assertThat(model.statusProperty().get()).isNull();
        assertThat(model.busyProperty().get()).isFalse();
    }
}
