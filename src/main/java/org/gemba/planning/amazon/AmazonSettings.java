package org.gemba.planning.amazon;

import java.util.Arrays;
import java.util.List;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;

/// @param marketplaces Amazon's ids, for example `A1F83G8C2ARO7P`
/// @param base of the region that the marketplaces are in
public record AmazonSettings(
        String clientId, Secret clientSecret, Secret refreshToken, List<String> marketplaces, String base, String lwa) {
    private static final String EUROPE = "https://sellingpartnerapi-eu.amazon.com";
    private static final String LOGIN = "https://api.amazon.com";

    public AmazonSettings {
        marketplaces = List.copyOf(marketplaces);
    }

    public static AmazonSettings read(SettingsSource settings) {
        return new AmazonSettings(
                settings.text("AMAZON_SP_CLIENT_ID").orElse(""),
                new Secret(settings.text("AMAZON_SP_CLIENT_SECRET").orElse("")),
                new Secret(settings.text("AMAZON_SP_REFRESH_TOKEN").orElse("")),
                Arrays.stream(settings.text("AMAZON_SP_MARKETPLACES").orElse("").split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                settings.text("AMAZON_SP_BASE_URL").orElse(EUROPE).replaceAll("/+$", ""),
                settings.text("AMAZON_LWA_URL").orElse(LOGIN).replaceAll("/+$", ""));
    }

    String missing() {
        if (clientId.isBlank()) return "AMAZON_SP_CLIENT_ID";
        if (clientSecret.value().isBlank()) return "AMAZON_SP_CLIENT_SECRET";
        if (refreshToken.value().isBlank()) return "AMAZON_SP_REFRESH_TOKEN";
        return marketplaces.isEmpty() ? "AMAZON_SP_MARKETPLACES" : "";
    }
}
