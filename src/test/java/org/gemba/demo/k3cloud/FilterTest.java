package org.gemba.demo.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filter language against seven production orders and their expected bill numbers.
class FilterTest {
    private static final MemoryDocuments DOCUMENTS = documents();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                     | 1 2 3 4 5 6 7
            1=1 AND FMTONo='AK251003'                                              | 1
            FMTONo='ak251003'                                                      | 1
            FMTONo LIKE 'AK251003%'                                                | 1 2 3
            FMTONo = 'AK251003' OR FMTONo LIKE 'AK251003-%'                        | 1 3
            FMTONo LIKE '%003'                                                     | 1
            FMTONo LIKE 'AK25100_'                                                 | 1
            FMTONo LIKE 'AK25100[34]%'                                             | 1 2 3
            FMTONo IN ('AK251003','AK2510034')                                     | 1 2
            FMTONo NOT IN ('AK251003','AK2510034')                                 | 3 4 5 6 7
            FMTONo IN ('AK251003') AND FQty > 10                                   |
            FQty >= 10 AND FQty < 40                                               | 2 3
            FQty <> 10                                                             | 1 3 4 5 6
            FQty=10.0                                                              | 2
            NOT FQty > 9                                                           | 1
            FQty NOT IN (5, 10)                                                    | 3 4 5 6
            (FQty = 5 OR FQty = 10) AND FStatus IN ('1','4')                       | 1 2
            FQty = 5 OR FQty = 10 AND FStatus = '9'                                | 1
            FWorkShopID.FName = 'O''Neill'                                         | 4
            FWorkShopID.FName = ''                                                 | 1 2 3 5 6 7
            FWorkShopID.FName IS NULL                                              | 1 2 3 5 6 7
            FWorkShopID.FName IS NOT NULL                                          | 4
            FCreateDate >= '2026-04-20' AND FCreateDate <= '2026-04-20'            | 1
            FCreateDate >= '2026-04-20' AND FCreateDate < '2026-04-21'             | 1 2 3
            FCreateDate >= '2026-04-20 09:30:00' AND FCreateDate<'2026-04-20T23:00:00' | 2
            FCreateDate >= {ts '2026-04-21 00:00:00'}                              | 4 5 6
            FCreateDate BETWEEN '2026-04-20' AND '2026-04-21'                      | 1 2 3 4
            fmtono_is_not_checked_before_and = 1                                   | !
            """)
    void findsWhatSqlWouldFind(String filter, String bills) {
        if ("!".equals(bills)) {
            assertThatExceptionOfType(QueryRefused.class).isThrownBy(() -> find(filter, ""));
            return;
        }
        assertThat(find(filter, "")).isEqualTo(bills == null ? "" : bills);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FQty DESC                | 6 5 4 3 2 1 7
            FStatus ASC, FQty DESC   | 7 2 1 6 5 4 3
            FTreeEntity_FEntryId     | 1 2 3 4 5 6 7
            FTreeEntity_FEntryID DESC| 7 6 5 4 3 2 1
            """)
    void ordersAsAsked(String order, String bills) {
        assertThat(find("", order)).isEqualTo(bills);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FMTONO = 'AK251003'             | 字段不存在
            FQty > 5; DELETE FROM T         | 语法错误
            FQty >                          | 语法错误
            (FQty > 5                       | 语法错误
            FQty > 5 FStatus = '1'          | 语法错误
            FMTONo = 'AK                    | 引号不完整
            FCreateDate >= '2026-02-30'     | 转换失败
            FQty > 'many'                   | 转换
            """)
    void refusesWhatTheErpRefuses(String filter, String message) {
        assertThatExceptionOfType(QueryRefused.class)
                .isThrownBy(() -> find(filter, ""))
                .withMessageContaining(message);
    }

    @Test
    void anIndexNeverChangesWhatIsFound() {
        var table = DOCUMENTS.table(Forms.PRODUCTION_ORDER);
        var blind = new FormTable() {
            @Override
            public int size() {
                return table.size();
            }

            @Override
            public Object value(int row, int position) {
                return table.value(row, position);
            }
        };
        for (var filter : Arrays.asList(
                "FMTONo LIKE 'ak251003%' OR FMTONo='AK26'",
                "FMTONo IN ('AK251003','nope') OR FCreateDate < '2026-04-20'",
                "FCreateDate > '2026-04-20' AND FCreateDate < '2026-04-22' AND FMTONo LIKE 'A%'")) {
            var parsed = FilterParser.parse(Forms.PRODUCTION_ORDER, filter);
            assertThat(Selection.of(Forms.PRODUCTION_ORDER, table, parsed, ""))
                    .as(filter)
                    .isNotEmpty()
                    .isEqualTo(Selection.of(Forms.PRODUCTION_ORDER, blind, parsed, ""));
        }
    }

    private static String find(String filter, String order) {
        var form = Forms.PRODUCTION_ORDER;
        var table = DOCUMENTS.table(form);
        return IntStream.of(Selection.of(form, table, FilterParser.parse(form, filter), order))
                .mapToObj(row -> String.valueOf(table.value(row, form.position("FBillNo"))))
                .collect(Collectors.joining(" "));
    }

    private static MemoryDocuments documents() {
        var all = MemoryDocuments.builder();
        add(all, "1", "AK251003", "5", "4", "", "2026-04-20");
        add(all, "2", "AK2510034", "10", "1", "", "2026-04-20T09:30:00");
        add(all, "3", "AK251003-1", "20", "6", "", "2026-04-20T23:59:59.999");
        add(all, "4", "AK26", "40", "6", "O'Neill", "2026-04-21");
        add(all, "5", "DS2600001", "50", "6", "", "2026-04-21T00:00:01");
        add(all, "6", "DS2600002", "60", "6", "", "2026-05-01");
        add(all, "7", "", "", "", "", "");
        return all.build();
    }

    private static void add(MemoryDocuments.Builder all, String... values) {
        var keys = new String[] {"FBillNo", "FMTONo", "FQty", "FStatus", "FWorkShopID.FName", "FCreateDate"};
        var pairs = new String[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            pairs[2 * i] = keys[i];
            pairs[2 * i + 1] = values[i];
        }
        all.add(Forms.PRODUCTION_ORDER, pairs);
    }
}
