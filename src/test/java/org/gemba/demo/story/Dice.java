package org.gemba.demo.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/// Chance that falls the same way every time for the same name.
final class Dice {
    private final SplittableRandom random;

    Dice(String name) {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        random = new SplittableRandom(sum.getValue());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
