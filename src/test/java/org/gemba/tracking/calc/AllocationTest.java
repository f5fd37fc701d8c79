package org.gemba.tracking.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gemba.tracking.calc.Allocation.Place;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static Place<String> place(String key, long aux, long ordered) {
        return new Place<>(key, aux, BigDecimal.valueOf(ordered));
    }

    private static Map<String, Long> shares(List<Place<String>> places, Map<Long, BigDecimal> booked) {
        var shares = new HashMap<String, Long>();
        Allocation.of(places, booked).forEach((key, share) -> shares.put(key, share.longValueExact()));
        return shares;
    }

    private static BigDecimal of(long number) {
        return BigDecimal.valueOf(number);
    }

    @Test
    void linesFillUpInTheirOrder() {
        var places = List.of(place("a", 0, 100), place("b", 0, 50));
        assertThat(shares(places, Map.of(0L, of(100)))).isEqualTo(Map.of("a", 100L, "b", 0L));
        assertThat(shares(places, Map.of(0L, of(101)))).isEqualTo(Map.of("a", 100L, "b", 1L));
        assertThat(shares(places, Map.of(0L, of(170)))).isEqualTo(Map.of("a", 100L, "b", 70L));
    }

    @Test
    void anotherVariantsSurplusGoesToTheLargestLineWhereNoneIsWithout() {
        var places = List.of(place("a", 11, 10), place("b", 12, 90));
        assertThat(shares(places, Map.of(0L, of(130)))).isEqualTo(Map.of("a", 10L, "b", 120L));
        assertThat(shares(List.of(place("a", 11, 10), place("b", 0, 5)), Map.of(99L, of(20))))
                .isEqualTo(Map.of("a", 10L, "b", 10L));
    }

    @Test
    void returnsComeOffWhatWasThere() {
        var places = List.of(place("a", 11, 100), place("b", 12, 100));
        assertThat(shares(places, Map.of(11L, of(30), 0L, of(-10)))).isEqualTo(Map.of("a", 20L, "b", 0L));
        assertThat(shares(places, Map.of(11L, of(-5)))).isEqualTo(Map.of("a", -5L, "b", 0L));
    }

    @Test
    void sharesAlwaysAddUpToTheTotal() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var places = new ArrayList<Place<String>>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                places.add(place("line" + i, random.nextInt(3), random.nextInt(200)));
            }
            var booked = new HashMap<Long, BigDecimal>();
            long total = 0;
            for (long aux = 0; aux < 4; aux++) {
                if (random.nextBoolean()) continue;
                long quantity = random.nextInt(300) - 40;
                booked.put(aux, of(quantity));
                total += quantity;
            }
            var sum = shares(places, booked).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(sum).as("%s %s", places, booked).isEqualTo(total);
        }
    }
}
