package org.gemba.fx.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

class ColumnFilterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER | >10        | 11         | true
            NUMBER | >10        | 10         | false
            NUMBER | >=10       | 10         | true
            NUMBER | <0         | -0.5       | true
            NUMBER | 10..20     | 20         | true
            NUMBER | 10..20     | 20.01      | false
            NUMBER | 10         | 10.00      | true
            NUMBER | =1,000     | 1000       | true
            NUMBER | !10        | 10         | false
            NUMBER | in 1,2     | 2          | true
            NUMBER | in 1,2     | 3          | false
            NUMBER | >0         |            | false
            NUMBER | empty      |            | true
            NUMBER | !empty     |            | false
            SHARE  | <80        | 0.79       | true
            SHARE  | >=100%     | 1          | true
            TEXT   | bolt       | M8 Bolt    | true
            TEXT   | =bolt      | M8 Bolt    | false
            TEXT   | 07.*       | 07.01.001  | true
            TEXT   | 07.*       | 1.07.      | false
            TEXT   | in a，b    | B          | true
            TEXT   | 空         |            | true
            DAY    | late       | 2026-11-23 | true
            DAY    | late       | 2026-11-24 | false
            DAY    | 逾期       | 2026-11-01 | true
            DAY    | today      | 2026-11-24 | true
            DAY    | 2026-11    | 2026-11-02 | true
            DAY    | >2026/11/1 | 2026-11-02 | true
            """)
    void readsWhatPeopleType(Kind kind, String typed, String cell, boolean fits) {
        var value = cell == null ? null : ((CellInput.Good) CellInput.parse(shared(kind), cell)).value();
        assertThat(filter(kind).parse(typed).orElseThrow().test(value)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER | >ten
            NUMBER | in
            DAY    | soon
            DAY    | 2026-02-30
            SHARE  | 5..
            """)
    void refusesWhatMakesNoSense(Kind kind, String typed) {
        assertThat(filter(kind).parse(typed)).isEmpty();
    }

    @Test
    void aStateIsFoundByItsCodeWhateverTheLanguage() {
        var late = new Status("late", "mto.late", Tone.LATE, MaterialDesignA.ALERT, 1);
        var words = new ColumnFilter(Kind.STATUS, TODAY, ZoneId.of("Asia/Shanghai"), value -> "逾期 3 天");
        assertThat(words.parse("late").orElseThrow().test(late)).isTrue();
        assertThat(words.parse("逾期").orElseThrow().test(late)).isTrue();
        assertThat(words.parse("short").orElseThrow().test(late)).isFalse();
    }

    private static Kind shared(Kind kind) {
        return kind == Kind.SHARE ? Kind.NUMBER : kind;
    }

    private static ColumnFilter filter(Kind kind) {
        return new ColumnFilter(
                kind,
                TODAY,
                ZoneId.of("Asia/Shanghai"),
                value -> value == null
                        ? ""
                        : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
}
