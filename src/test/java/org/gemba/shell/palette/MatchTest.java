package org.gemba.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchTest {
    @Test
    void theBeginningBeatsAWordThatBeatsAPartThatBeatsScatteredLetters() {
        assertThat(Match.score("Settings", "set"))
                .isGreaterThan(Match.score("Open settings", "set"))
                .isGreaterThan(Match.score("Reset", "set"));
        assertThat(Match.score("Open settings", "set")).isGreaterThan(Match.score("Reset", "set"));
        assertThat(Match.score("Reset", "set")).isGreaterThan(Match.score("Sync monitor", "smo"));
        assertThat(Match.score("Sync monitor", "smo")).isGreaterThan(Match.NONE);
    }

    @Test
    void twoScatteredLettersAndForeignOnesFindNothing() {
        assertThat(Match.score("Close the tab", "se")).isGreaterThan(Match.NONE);
        assertThat(Match.score("Task centre", "se")).isEqualTo(Match.NONE);
        assertThat(Match.score("Task centre", "xyz")).isEqualTo(Match.NONE);
    }

    @Test
    void chineseTitlesAreFoundByAnyOfTheirWords() {
        assertThat(Match.score("任务中心", "中心")).isGreaterThan(Match.NONE);
    }
}
