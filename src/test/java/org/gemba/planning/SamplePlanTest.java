package org.gemba.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gemba.demo.story.Story;
import org.gemba.planning.data.SaleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePlanTest {
    @Test
    void theSampleFactoryHasProductsLinesAndTwoYearsOfSalesOnce(@TempDir Path folder) {
        var story = Story.seenFrom(LocalDate.of(2026, 3, 2));
        try (var stand = new PlanningStand(folder)) {
            stand.feature.fillWithSample(file -> story.rows("planning/" + file));
            stand.feature.fillWithSample(file -> story.rows("planning/" + file));
            var products = stand.feature.products().list(PlanningStand.manager(), ProductFilter.all());
            assertThat(products.total()).isEqualTo(12);
            var lines = stand.feature.resources().availability(PlanningStand.manager(), null, null, null);
            assertThat(lines).hasSize(4);
            for (var product : products.products()) {
                assertThat(lines).anyMatch(line -> line.resource().canMake(product));
                var days = stand.database.read(handle -> SaleTable.daily(handle, product.id(), null, ""));
                assertThat(days.lastEntry().getKey()).isBefore(LocalDate.of(2026, 2, 2));
                assertThat(days.size()).as(product.sku()).isGreaterThan(100);
            }
        }
    }
}
