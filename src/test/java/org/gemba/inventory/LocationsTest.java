package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemba.inventory.InventoryRoom.ADMIN;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationsTest {
    @TempDir
    private Path folder;

    private InventoryRoom room;
    private LocationService locations;

    @BeforeEach
    void open() {
        room = new InventoryRoom(folder);
        locations = room.inventory.locations();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Location moved(Location location, Location parent) {
        return locations.update(
                ADMIN,
                location.id(),
                Patch.keep(),
                Patch.keep(),
                Patch.to(parent == null ? null : parent.id()),
                Patch.keep());
    }

    @Test
    void thePathLeadsUpToTheRoot() {
        var warehouse = room.location("Warehouse", null);
        var shelf = room.location("Shelf 1", warehouse);
        var tree = locations.tree(ADMIN);
        assertThat(tree.path(shelf)).extracting(Location::name).containsExactly("Shelf 1", "Warehouse");
        assertThat(tree.pathText(shelf)).isEqualTo("Warehouse / Shelf 1");
    }

    @Test
    void aDeletionTakesTheChainAlongAndLeavesThePartsNowhere() {
        var a = room.location("A", null);
        var b = room.location("B", a);
        var c = room.location("C", b);
        var d = room.location("D", c);
        var inA = room.part("In A", new BigDecimal("5"), null, a.id());
        var inC = room.part("In C", new BigDecimal("7"), null, c.id());
        var preview = locations.preview(ADMIN, a.id());
        assertThat(preview.locations()).containsExactly(a, b, c, d);
        assertThat(preview.affectedParts()).isEqualTo(2);
        assertThat(locations.tree(ADMIN).all()).hasSize(4);

        locations.delete(ADMIN, a.id());
        assertThat(locations.tree(ADMIN).all()).isEmpty();
        for (var part : List.of(inA, inC)) {
            var now = room.inventory.parts().find(ADMIN, part.id()).orElseThrow();
            assertThat(now.location()).isNull();
            assertThat(now.quantity()).isEqualTo(part.quantity());
            assertThat(room.inventory.stock().of(ADMIN, part.id()))
                    .extracting(StockLine::location)
                    .containsOnlyNulls();
        }
    }

    @Test
    void namesAreUniqueBelowOneParentOnly() {
        var rack = room.location("Rack", null);
        var other = room.location("Other rack", null);
        var bin = room.location("Bin 1", rack);
        room.location("Bin 1", other);
        assertThatThrownBy(() -> room.location("Bin 1", rack)).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> room.location("Rack", null)).isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> moved(bin, other)).isInstanceOf(AppError.Conflict.class);
        assertThat(moved(bin, null).parentId()).isNull();
    }

    @Test
    void nothingStandsBelowItself() {
        var a = room.location("A", null);
        var b = room.location("B", a);
        var c = room.location("C", b);
        for (var parent : List.of(a, b, c)) {
            assertThatThrownBy(() -> moved(a, parent)).isInstanceOf(AppError.InvalidInput.class);
        }
        assertThat(moved(c, a).parentId()).isEqualTo(a.id());
        assertThatThrownBy(() -> locations.add(ADMIN, "X", null, UUID.randomUUID(), null))
                .isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> locations.add(ADMIN, "", null, null, null)).isInstanceOf(AppError.InvalidInput.class);
    }

    @Test
    void cleaningUpTakesWhatHangsInTheAir() {
        var kept = room.location("Kept", null);
        var lost = room.location("Lost", null);
        room.location("Below lost", lost);
        assertThat(locations.cleanUp(ADMIN)).isZero();
        room.database.write(handle ->
                handle.execute("update inv_location set parent_id = ? where id = ?", UUID.randomUUID(), lost.id()));
        assertThat(locations.cleanUp(ADMIN)).isEqualTo(2);
        assertThat(locations.tree(ADMIN).all()).containsExactly(kept);
    }

    @Test
    void walksEndEvenWhenStoredParentsRunInACircle() {
        var a = room.location("A", null);
        var b = room.location("B", a);
        room.database.write(
                handle -> handle.execute("update inv_location set parent_id = ? where id = ?", b.id(), a.id()));
        var tree = locations.tree(ADMIN);
        var stored = tree.find(b.id()).orElseThrow();
        assertThat(tree.path(stored)).hasSize(2);
        assertThat(locations.preview(ADMIN, a.id()).locations()).hasSize(2);
    }

    @Test
    void categoriesStandBelowOneAnotherAndMoveUpWhenOneGoes() {
        var categories = room.inventory.categories();
        var top = categories.add(ADMIN, "Electronics", null, null);
        var middle = categories.add(ADMIN, "Passive", null, top.id());
        var low = categories.add(ADMIN, "Resistors", null, middle.id());
        assertThatThrownBy(() -> categories.update(ADMIN, top.id(), Patch.keep(), Patch.keep(), Patch.to(low.id())))
                .isInstanceOf(AppError.InvalidInput.class);
        assertThatThrownBy(() -> categories.update(ADMIN, top.id(), Patch.to("Passive"), Patch.keep(), Patch.keep()))
                .isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> categories.add(ADMIN, "Passive", null, null)).isInstanceOf(AppError.Conflict.class);
        categories.remove(ADMIN, middle.id());
        assertThat(categories.find(ADMIN, low.id()).orElseThrow().parentId()).isEqualTo(top.id());
        room.part("R 1k", 1, null, "Resistors");
        assertThat(categories.removeAll(ADMIN)).isEqualTo(2);
        assertThat(room.inventory
                        .parts()
                        .findByName(ADMIN, "R 1k")
                        .orElseThrow()
                        .categories())
                .isEmpty();
    }
}
