package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemba.inventory.InventoryRoom.ADMIN;
import static org.gemba.inventory.InventoryRoom.VIEWER;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gemba.inventory.PartQuery.Sort;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    @TempDir
    private Path folder;

    private InventoryRoom room;

    @BeforeEach
    void open() {
        room = new InventoryRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static PartQuery query(
            @Nullable String term,
            @Nullable Integer least,
            @Nullable Integer most,
            List<String> categories,
            @Nullable String supplier,
            @Nullable Sort sort,
            boolean descending,
            int page,
            int size) {
        return new PartQuery(
                term,
                least == null ? null : BigDecimal.valueOf(least),
                most == null ? null : BigDecimal.valueOf(most),
                categories,
                null,
                supplier,
                sort,
                descending,
                page,
                size);
    }

    private int found(@Nullable String term, @Nullable Integer least, @Nullable Integer most, String... categories) {
        return room.inventory
                .search()
                .search(ADMIN, query(term, least, most, List.of(categories), null, null, false, 1, 50))
                .total();
    }

    private void add(
            String name,
            @Nullable String number,
            @Nullable String description,
            int quantity,
            String supplier,
            String... categories) {
        room.inventory
                .parts()
                .add(
                        ADMIN,
                        new NewPart(
                                name,
                                number,
                                description,
                                BigDecimal.valueOf(quantity),
                                null,
                                null,
                                supplier,
                                null,
                                null,
                                null,
                                Map.of(),
                                List.of(categories)));
    }

    private void threeParts() {
        add("Arduino Uno", null, "Microcontroller board", 10, "Arduino", "Electronics");
        add("Stepper Motor", null, null, 5, "Adafruit", "Electronics", "Mechanical");
        add("Screwdriver Set", null, null, 3, "ToolCo", "Tools");
    }

    @Test
    void searchFindsAsTheOraclesSay() {
        threeParts();
        assertThat(found("Arduino", null, null)).isEqualTo(1);
        assertThat(found(null, null, null, "Electronics")).isEqualTo(2);
        assertThat(found(null, 5, 10)).isEqualTo(2);
        var search = room.inventory.search();
        assertThat(search.search(ADMIN, query(null, null, null, List.of(), "Arduino", null, false, 1, 10))
                        .total())
                .isEqualTo(1);
        assertThat(search.search(ADMIN, query(null, null, null, List.of(), null, Sort.QUANTITY, true, 1, 10))
                        .parts()
                        .getFirst()
                        .quantity())
                .isEqualTo(BigDecimal.TEN);
        var firstPage = search.search(ADMIN, query(null, null, null, List.of(), null, null, false, 1, 2));
        assertThat(firstPage.parts()).hasSize(2);
        assertThat(firstPage.total()).isEqualTo(3);
        assertThat(found("motor", 1, 10, "Electronics")).isEqualTo(1);
        assertThat(found(null, null, null)).isEqualTo(3);
    }

    @Test
    void quantityLimitsAreInclusiveAndUncountedPartsDoNotMatch() {
        for (int i = 0; i <= 40; i += 10) room.part("Part " + i, i, null);
        room.part("Uncounted", null, null, null);
        assertThat(found(null, 20, 40)).isEqualTo(3);
        assertThat(found(null, 41, null)).isZero();
        assertThat(found(null, null, 0)).isEqualTo(1);
        assertThat(found(null, 30, 20)).isZero();
        assertThat(found(null, null, null)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            äö|ÄÖ ring|1
            ÄÖ|äö ring|1
            strasse|Straße 7|1
            ＡＢ１|ab1 full width|1
            ab1|ＡＢ１ clip|1
            轴承|深沟轴承 6204|1
            %|Resistor 5 percent|0
            %|Resistor 5% 0603|1
            _|R_1|1
            _|R-1|0
            \\|back\\slash|1
            ' OR 1=1--|plain|0
             cap |capacitor|0
            cap|Capacitor 10u|1
            two words|two  words|0""")
    void aTermIsTextAndNothingElse(String term, String name, int found) {
        room.part(name, 1, null);
        room.part("Other", 1, null);
        assertThat(found(term, null, null)).isEqualTo(found);
        assertThat(room.inventory.search().text(ADMIN, term, 1, 20).total()).isEqualTo(found);
    }

    @Test
    void termsAreSoughtInNameNumberAndDescriptionOnly() {
        add("Alpha", "NUM-77", "brown box", 1, "Sigma", "Gamma");
        assertThat(Stream.of("alp", "num-7", "BROWN").mapToInt(term -> found(term, null, null)))
                .containsOnly(1);
        assertThat(Stream.of("sigma", "gamma", "alphanum").mapToInt(term -> found(term, null, null)))
                .containsOnly(0);
    }

    @Test
    void searchingMakesNoCategory() {
        threeParts();
        assertThat(found(null, null, null, "Nonsense")).isZero();
        assertThat(room.inventory.categories().list(ADMIN))
                .extracting(Category::name)
                .containsExactly("Electronics", "Mechanical", "Tools");
    }

    @Test
    void ordersAreByCodePointWithNothingFirst() {
        var shelf = room.location("Shelf", null);
        room.part("b", new BigDecimal("2"), null, shelf.id());
        room.part("B", null, null, null);
        room.part("ä", new BigDecimal("1"), null, room.location("Attic", null).id());
        assertThat(order(Sort.PART_NAME, false)).containsExactly("B", "b", "ä");
        assertThat(order(Sort.QUANTITY, false)).containsExactly("B", "ä", "b");
        assertThat(order(Sort.QUANTITY, true)).containsExactly("b", "ä", "B");
        assertThat(order(Sort.LOCATION, false)).containsExactly("B", "ä", "b");
    }

    private List<String> order(Sort sort, boolean descending) {
        return room
                .inventory
                .search()
                .search(ADMIN, query(null, null, null, List.of(), null, sort, descending, 1, 10))
                .parts()
                .stream()
                .map(Part::name)
                .toList();
    }

    @Test
    void textPutsTheExactNameFirstThenTheExactNumber() {
        add("M8 bolt long", null, null, 1, "s");
        add("Zinc", "m8 bolt", null, 1, "s");
        add("M8 Bolt", null, null, 1, "s");
        add("A m8 bolt", null, null, 1, "s");
        assertThat(room.inventory.search().text(ADMIN, "m8 bolt", 1, 20).parts())
                .extracting(Part::name)
                .containsExactly("M8 Bolt", "Zinc", "A m8 bolt", "M8 bolt long");
        assertThat(room.inventory.search().text(ADMIN, "m8 bolt", 2, 3).parts())
                .extracting(Part::name)
                .containsExactly("M8 bolt long");
        assertThat(room.inventory.search().suggestions(ADMIN, "m8 ", 10))
                .containsExactly("M8 Bolt", "M8 bolt long", "A m8 bolt");
        assertThat(room.inventory.search().suggestions(ADMIN, "m8 ", 1)).containsExactly("M8 Bolt");
    }

    @Test
    void theIndexFollowsEveryChange() {
        var part = room.part("Old name", 1, null, "First");
        assertThat(found("old", null, null)).isEqualTo(1);
        var change = new PartChange(
                Patch.to("New name"),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.to(List.of("Second", "Second")),
                part.version() + 1);
        assertThatThrownBy(() -> room.inventory.parts().update(ADMIN, part.id(), change))
                .isInstanceOf(AppError.Conflict.class);
        var seen = room.inventory.parts().find(ADMIN, part.id()).orElseThrow().version();
        room.inventory.parts().update(ADMIN, part.id(), version(change, seen));
        assertThat(found("old", null, null)).isZero();
        assertThat(found("new", null, null, "Second")).isEqualTo(1);
        assertThat(found("new", null, null, "First")).isZero();
        room.inventory.categories().removeAll(ADMIN);
        assertThat(found("new", null, null, "Second")).isZero();
        room.inventory.parts().delete(ADMIN, part.id());
        assertThat(found("new", null, null)).isZero();
        room.part("Again", 1, null);
        assertThat(room.inventory.parts().clear(ADMIN)).isEqualTo(1);
        assertThat(found(null, null, null)).isZero();
    }

    private static PartChange version(PartChange change, int version) {
        return new PartChange(
                change.name(),
                change.number(),
                change.description(),
                change.quantity(),
                change.minQuantity(),
                change.unit(),
                change.supplier(),
                change.supplierUrl(),
                change.locationId(),
                change.imageUrl(),
                change.properties(),
                change.categoryNames(),
                version);
    }

    @Test
    void ofTwentyWhoAddTheSameNameAtOnceOneSucceeds() {
        try (var pool = Threads.pool("adders", 20)) {
            var all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> room.part("Same", i, null), pool))
                    .toList();
            int added = 0;
            for (var one : all) {
                try {
                    one.join();
                    added++;
                } catch (CompletionException e) {
                    assertThat(e.getCause())
                            .isInstanceOf(AppError.Conflict.class)
                            .hasMessageContaining("already exists");
                }
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(room.inventory.parts().count(ADMIN)).isEqualTo(1);
    }

    @Test
    void aSecondPartMayJoinACategoryAndTheListIsReplaced() {
        var first = room.part("One", 1, null, "Electronics");
        room.part("Two", 1, null, "Electronics");
        assertThat(room.inventory.categories().list(ADMIN)).hasSize(1);
        assertThat(categories(first, List.of("Electronics", "Small", "Red"))).hasSize(3);
        assertThat(categories(first, List.of())).isEmpty();
    }

    private List<Category> categories(Part part, List<String> names) {
        var none = PartChange.none();
        return room.inventory
                .parts()
                .update(
                        ADMIN,
                        part.id(),
                        new PartChange(
                                none.name(),
                                none.number(),
                                none.description(),
                                none.quantity(),
                                none.minQuantity(),
                                none.unit(),
                                none.supplier(),
                                none.supplierUrl(),
                                none.locationId(),
                                none.imageUrl(),
                                none.properties(),
                                Patch.to(names),
                                null))
                .categories();
    }

    @Test
    void whatIsWrongIsToldByField() {
        assertThatThrownBy(() -> room.part(" ", 1, null))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessage("part_name is required");
        assertThatThrownBy(() -> room.part("n".repeat(301), 1, null)).isInstanceOf(AppError.InvalidInput.class);
        assertThat(room.part("n".repeat(300), 1, null).name()).hasSize(300);
        assertThatThrownBy(() -> room.part("x", BigDecimal.ONE, null, UUID.randomUUID()))
                .isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> room.inventory.parts().add(VIEWER, NewPart.named("x", null)))
                .isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> room.inventory.parts().clear(InventoryRoom.caller(org.gemba.access.Role.POWERUSER)))
                .isInstanceOf(AppError.Forbidden.class);
        assertThat(room.inventory.parts().count(ADMIN)).isEqualTo(1);
    }
}
