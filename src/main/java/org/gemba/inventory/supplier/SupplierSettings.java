package org.gemba.inventory.supplier;

import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;

/// Where the suppliers' APIs are and how Gemba introduces itself. Blank keys mean that the supplier is not asked.
public record SupplierSettings(
        String lcscBase,
        String mouserBase,
        Secret mouserKey,
        String digikeyBase,
        String digikeyId,
        Secret digikeySecret) {

    /// @throws org.gemba.platform.config.WrongSetting when an address is none
    public static SupplierSettings read(SettingsSource source) {
        return new SupplierSettings(
                base(source, "LCSC_BASE_URL", "https://easyeda.com"),
                base(source, "MOUSER_BASE_URL", "https://api.mouser.com"),
                source.secret("MOUSER_API_KEY"),
                base(source, "DIGIKEY_BASE_URL", "https://api.digikey.com"),
                source.text("DIGIKEY_CLIENT_ID", ""),
                source.secret("DIGIKEY_CLIENT_SECRET"));
    }

    private static String base(SettingsSource source, String name, String otherwise) {
        return source.url(name).map(Object::toString).orElse(otherwise);
    }
}
