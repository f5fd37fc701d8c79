package org.gemba.fx.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.gemba.fx.grid.GridData.CellText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridDataTest {
    private final GridData<Part> data = new GridData<>(Part.SPEC.adding(() -> new Part("", null, null)));

    @BeforeEach
    void load() {
        data.load(List.of(Part.of("A", 1), Part.of("B", 2)));
    }

    @Test
    void pasteKeepsBadCellsAndMarksThem() {
        data.enter(List.of(
                new CellText(0, "quantity", "1,200.5"),
                new CellText(1, "quantity", "many"),
                new CellText(1, "due", "2026/1/2")));
        assertThat(data.row(0).value().quantity()).isEqualByComparingTo("1200.5");
        assertThat(data.row(1).value().quantity()).isEqualByComparingTo("2");
        assertThat(data.row(1).value().due()).hasToString("2026-01-02");
        assertThat(data.row(1).wrong()).containsEntry("quantity", new GridRow.Wrong("many", "fx.grid.wrong.number"));
        assertThat(data.row(1).shownState()).isEqualTo(GridRow.State.WRONG);
    }

    @Test
    void aPasteIsOneStepOfUndoAndItsRowsGoWithIt() {
        var before = data.rows();
        data.enter(
                List.of(new CellText(1, "quantity", "7"), new CellText(2, "code", "C"), new CellText(3, "code", "D")));
        assertThat(data.rows()).hasSize(4).last().satisfies(row -> {
            assertThat(row.value().code()).isEqualTo("D");
            assertThat(row.state()).isEqualTo(GridRow.State.NEW);
        });
        var after = data.rows();
        data.undo();
        assertThat(data.rows()).isEqualTo(before);
        data.redo();
        assertThat(data.rows()).isEqualTo(after);
    }

    @Test
    void fiftyStepsCanBeTakenBackAndNoMore() {
        for (int i = 1; i <= 60; i++) data.enter(List.of(new CellText(0, "quantity", "" + i)));
        for (int i = 0; i < 60; i++) data.undo();
        assertThat(data.row(0).value().quantity()).isEqualByComparingTo(BigDecimal.TEN);
    }

    @Test
    void aRuleOfTheColumnIsToldAndTheOldValueStays() {
        data.enter(List.of(new CellText(0, "quantity", "-3"), new CellText(0, "code", " ")));
        assertThat(data.row(0).value()).isEqualTo(Part.of("A", 1));
        assertThat(data.row(0).wrong().get("quantity").problemKey()).isEqualTo("test.negative");
        assertThat(data.row(0).wrong().get("code").problemKey()).isEqualTo("test.needed");
        data.enter(List.of(new CellText(0, "quantity", "3"), new CellText(0, "code", "A1")));
        assertThat(data.row(0).wrong()).isEmpty();
        assertThat(data.row(0).shownState()).isEqualTo(GridRow.State.CHANGED);
    }

    @Test
    void spreadsheetsQuoteCellsThatHoldTabsLineEndsOrQuotes() {
        var block = PastedBlock.parse("A\t\"two\nlines\"\r\n\"say \"\"hi\"\"\"\t\r\n");
        assertThat(block.rows()).containsExactly(List.of("A", "two\nlines"), List.of("say \"hi\"", ""));
    }
}
