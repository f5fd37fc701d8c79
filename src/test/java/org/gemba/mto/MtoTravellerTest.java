package org.gemba.mto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.gemba.mto.calc.MtoAggregator;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.QrCode;
import org.gemba.platform.print.Reports;
import org.junit.jupiter.api.Test;

class MtoTravellerTest {
    private static final Instant PRINTED = Instant.parse("2026-11-24T03:00:00Z");
    private static final MtoTraveller TRAVELLER =
            new MtoTraveller(new Reports(), new Texts(List.of("mto")), () -> ZoneOffset.ofHours(8));

    private static MtoStatus status(int lines) {
        var documents = new Documents("AS2511001").sold("07.01.001", 0, "12000").received("07.01.001", 0, "3000");
        for (int line = 0; line < lines; line++) {
            documents.component("05.02." + line, 7, "100.5", "半成品", false).picked("05.02." + line, 7, "130.5");
        }
        var settings = MtoSettings.read(new SettingsSource(name -> java.util.Optional.empty()));
        var content = new MtoAggregator(settings.routing(), false)
                .build(documents.aux(7, "蓝色 Blue").live());
        return new MtoStatus(content, MtoStatus.Source.STALE, Documents.NOW, Documents.NOW.minusSeconds(7200));
    }

    private static byte[] pdf(int lines, Locale locale) {
        var out = new ByteArrayOutputStream();
        TRAVELLER.print(status(lines), locale, PRINTED).writePdf(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var reader = new PdfReader(pdf)) {
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\f');
            }
            return text.toString();
        }
    }

    @Test
    void printsTheOrderItsMaterialsAndTheAgeOfTheData() throws Exception {
        var text = text(pdf(2, Locale.ENGLISH));
        assertThat(text)
                .contains("Order traveller", "\n AS2511001\n", "Example Corp", "2026-03-15", "Export · Complete order")
                .contains("Data as of 2026-11-24 08:00 (Stale)", "Printed 2026-11-24 11:00")
                .contains("12,000", "25 %", "100.5", "Over 30", "蓝色 Blue");
    }

    @Test
    void printsInChinese() throws Exception {
        assertThat(text(pdf(1, Locale.SIMPLIFIED_CHINESE))).contains("订单流转单", "外销 · 完整订单", "超领 30", "第 1 页");
    }

    @Test
    void numbersThePagesOfALongOrder() throws Exception {
        var text = text(pdf(80, Locale.ENGLISH));
        assertThat(text.split("\f")).hasSizeGreaterThan(2);
        assertThat(text).contains("Page 1", "Page 2");
        assertThat(TRAVELLER.print(status(80), Locale.ENGLISH, PRINTED).pages()).isEqualTo(text.split("\f").length);
    }

    @Test
    void theQrCodeHoldsTheNumber() throws Exception {
        BufferedImage image = QrCode.image("AS2511001-1", 240);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo("AS2511001-1");
    }
}
