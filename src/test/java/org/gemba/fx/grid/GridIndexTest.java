package org.gemba.fx.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gemba.fx.Fx;
import org.gemba.fx.grid.GridQuery.Sort;
import org.junit.jupiter.api.Test;

class GridIndexTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);

    private final List<Part> parts = List.of(
            new Part("轴承", new BigDecimal("5"), LocalDate.of(2026, 11, 20)),
            new Part("bolt", new BigDecimal("10"), LocalDate.of(2026, 11, 25)),
            new Part("Anchor", null, LocalDate.of(2026, 11, 20)),
            new Part("阀门", new BigDecimal("5.0"), null),
            new Part("bolt", new BigDecimal("2"), LocalDate.of(2026, 11, 20)));

    @Test
    void sortsByTheFirstColumnThenTheNextAndKeepsBlanksLast() {
        var query = GridQuery.ALL.sortedBy(List.of(new Sort("quantity", true), new Sort("code", true)));
        assertThat(codes(query)).containsExactly("bolt 2", "阀门 5.0", "轴承 5", "bolt 10", "Anchor");
        var falling = GridQuery.ALL.sortedBy(List.of(new Sort("quantity", false), new Sort("code", true)));
        assertThat(codes(falling)).containsExactly("bolt 10", "阀门 5.0", "轴承 5", "bolt 2", "Anchor");
    }

    @Test
    void filtersAndQuickWordsAllHaveToFit() {
        var late = GridQuery.ALL.filtered("due", "late");
        assertThat(codes(late)).containsExactly("轴承 5", "Anchor", "bolt 2");
        assertThat(codes(late.quickly("BOLT 11-20"))).containsExactly("bolt 2");
        assertThat(codes(late.filtered("quantity", "<3"))).containsExactly("bolt 2");
    }

    @Test
    void aFilterThatMakesNoSenseIsNamedAndLeftAside() {
        var answer = answer(GridQuery.ALL.filtered("quantity", ">lots"));
        assertThat(answer.misread()).containsExactly("quantity");
        assertThat(answer.matched()).isEqualTo(5);
    }

    @Test
    void groupsCarryTheirCountAndSumAndFold() {
        var query = GridQuery.ALL.groupedBy("due").folding("2026-11-20");
        var shown = new ArrayList<String>();
        for (var row : answer(query).rows()) {
            shown.add(
                    switch (row) {
                        case GridRow.Group<Part> group ->
                            group.title() + " × " + group.count() + " Σ "
                                    + group.totals().get("quantity");
                        case GridRow.Data<Part> data -> data.value().code();
                    });
        }
        assertThat(shown).containsExactly("2026-11-20 × 3 Σ 7", "2026-11-25 × 1 Σ 10", "bolt", " × 1 Σ 5.0", "阀门");
    }

    private List<String> codes(GridQuery query) {
        return answer(query).rows().stream()
                .map(row -> ((GridRow.Data<Part>) row).value())
                .map(part -> part.code() + (part.quantity() == null ? "" : " " + part.quantity()))
                .toList();
    }

    private GridIndex.Answer<Part> answer(GridQuery query) {
        var data = new GridData<>(Part.SPEC);
        data.load(parts);
        var desk = Fx.desk(NOON, (id, arguments) -> {});
        return new GridIndex<>(data.rows(), Part.SPEC.columns(), () -> new CellTexts(desk), LocalDate.of(2026, 11, 24))
                .answer(query, () -> false);
    }
}
