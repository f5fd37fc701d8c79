package org.gemba.planning.shopify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// @param version of the API, a quarter like `2026-10`
public record ShopifySettings(List<Shop> shops, String version) {
    private static final String NAME = "SHOPIFY_STORES";
    private static final String LATEST = "2026-10";

    /// @param base `https://name.myshopify.com`, without a path
    public record Shop(String id, String base, Secret token) {}

    public ShopifySettings {
        shops = List.copyOf(shops);
    }

    /// @throws WrongSetting when the list of stores is none
    public static ShopifySettings read(SettingsSource settings) {
        var version = settings.text("SHOPIFY_API_VERSION").orElse(LATEST);
        if (!version.matches("\\d{4}-\\d{2}|unstable")) {
            throw new WrongSetting("SHOPIFY_API_VERSION", version, "a quarter like " + LATEST);
        }
        var text = settings.text(NAME).orElse("");
        return new ShopifySettings(text.isBlank() ? List.of() : shops(text), version);
    }

    private static List<Shop> shops(String text) {
        var shops = new ArrayList<Shop>();
        try {
            for (var node : JsonMapper.builder().build().readTree(text)) shops.add(shop(node));
        } catch (JacksonException e) {
            throw wrong();
        }
        if (shops.isEmpty()) throw wrong();
        return shops;
    }

    private static Shop shop(JsonNode node) {
        var id = node.path("store_id").asString("");
        var url = node.path("url").asString("");
        var token = node.path("token").asString("");
        var base = url.matches("(?i)https?://.+") ? url : "https://" + url;
        if (id.isBlank() || token.isBlank() || URI.create(base).getHost() == null) throw wrong();
        return new Shop(id, base.replaceAll("/+$", ""), new Secret(token));
    }

    private static WrongSetting wrong() {
        return new WrongSetting(NAME, "…", "a JSON list of {\"store_id\":…,\"url\":…,\"token\":…}");
    }
}
