package org.gemba.assistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AK2510034 is late      | <AK2510034> is late
            see AK2510034-1, then  | see <AK2510034-1>, then
            订单AK2510034已完成       | 订单<AK2510034>已完成
            DS2510044S and WS123456| <DS2510044S> and <WS123456>
            XAK2510034             | XAK2510034
            AK25100345678          | AK25100345678
            nothing here           | nothing here
            """)
    void ordersAreFoundInAText(String text, String marked) {
        assertThat(AnswerText.pieces(text).stream()
                        .map(piece -> piece.isOrder() ? "<" + piece.text() + ">" : piece.text())
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
    }

    @Test
    void theLastOrderIsMeant() {
        assertThat(AnswerText.lastOrder("compare ak2510034 with AS2511001")).contains("AS2511001");
        assertThat(AnswerText.lastOrder("what is late?")).isEmpty();
    }
}
