package org.gemba.inventory.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;

/// The two fonts on labels; they have Latin and Chinese letters and come with the program, so that a label looks the
/// same on every machine.
record LabelFonts(Font plain, Font bold) {
    private static final String FOLDER = "/org/gemba/platform/fonts/";

    static LabelFonts load() {
        return new LabelFonts(font("NotoSansSC-400Regular-gb2312.ttf"), font("NotoSansSC-700Bold-gb2312.ttf"));
    }

    private static Font font(String file) {
        try (var in = LabelFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException("the program comes without " + file);
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }
}
