package org.gemba.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private final PasswordHash hashes = new PasswordHash(4);

    @AfterEach
    void close() {
        hashes.close();
    }

    @Test
    void aPasswordMatchesItsOwnHashAndNoOther() {
        var hash = hashes.hash("车间-gemba-1");
        assertThat(hash).startsWith("$2b$04$").hasSize(60);
        assertThat(hashes.matches("车间-gemba-1", hash)).isTrue();
        assertThat(hashes.matches("车间-gemba-2", hash)).isFalse();
        assertThat(hashes.matches("", hash)).isFalse();
        assertThat(hashes.matchesNobody("车间-gemba-1")).isFalse();
        assertThat(hashes.hash("车间-gemba-1")).isNotEqualTo(hash);
    }

    @Test
    void anUnknownUserTakesAsLongAsAKnownOne() {
        try (var slow = new PasswordHash(11)) {
            var hash = slow.hash("right");
            slow.matches("wrong", hash);
            long known = nanos(() -> slow.matches("wrong", hash));
            long unknown = nanos(() -> slow.matchesNobody("wrong"));
            assertThat(unknown).isGreaterThan(known / 3);
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void hashesOfOtherSystemsHold() {
        // The published test vectors of bcrypt itself.
        assertThat(hashes.matches("abc", "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"))
                .isTrue();
        assertThat(hashes.matches("abc", "$2y$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"))
                .isTrue();
        assertThat(hashes.matches("abd", "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"))
                .isFalse();
        assertThat(hashes.matches("abc", "not a hash")).isFalse();
    }

    @Test
    void nothingBeyondTheSeventySecondByteIsIgnoredUnseen() {
        var longest = "密".repeat(24);
        var hash = hashes.hash(longest);
        assertThat(hashes.matches(longest, hash)).isTrue();
        assertThat(hashes.matches("密".repeat(23) + "码", hash)).isFalse();
        assertThat(hashes.matches(longest + "x", hash)).isFalse();
        assertThatThrownBy(() -> hashes.hash(longest + "x"))
                .isInstanceOf(AppError.InvalidInput.class)
                .hasMessageContaining("72 bytes")
                .hasMessageNotContaining("密");
    }
}
