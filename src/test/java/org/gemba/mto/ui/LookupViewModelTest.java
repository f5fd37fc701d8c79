package org.gemba.mto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupViewModelTest {
    @TempDir
    static Path folder;

    private static Database database;

    private final QuietDesk quiet = new QuietDesk();
    private LookupViewModel model;

    @BeforeAll
    static void open() {
        database = TestDatabase.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build() {
        model = new LookupViewModel(quiet.desk, new MtoRoom(database).service);
        model.onShow();
    }

    @Test
    void theLastTenAreKeptNewestFirstAndSurviveTheScreen() {
        for (int i = 1; i <= 12; i++) model.open("DS" + i);
        model.open("DS5");
        var again = new LookupViewModel(quiet.desk, new MtoRoom(database).service);
        again.onShow();
        assertThat(again.recent()).hasSize(10).startsWith("DS5", "DS12", "DS11").doesNotContain("DS1", "DS2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DS2510044        | mto.order{mto=DS2510044}
            "  AS2511001-2 " | mto.order{mto=AS2511001-2}
            """)
    void whatAScannerSendsIsOpened(String typed, String opened) {
        model.typedProperty().set(typed);
        model.lookUp();
        assertThat(quiet.opened).containsExactly(opened);
        assertThat(model.typedProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""       | Scan or type an MTO number first.
            D        | 'D' is no MTO number
            DS 12    | 'DS 12' is no MTO number
            DS%' OR  | 'DS%' OR' is no MTO number
            """)
    void whatIsNoNumberIsNamedAndNothingOpens(String typed, String problem) {
        model.typedProperty().set(typed);
        model.lookUp();
        assertThat(model.problemProperty().get()).startsWith(problem);
        assertThat(quiet.opened).isEmpty();
    }
}
