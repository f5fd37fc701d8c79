package org.gemba.web;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.gemba.access.ApiFamily;
import org.gemba.web.dialect.Dialect;
import org.gemba.web.json.BodyReader;
import org.gemba.web.json.Json;
import tools.jackson.databind.json.JsonMapper;

/// For each family its envelope, its JSON and its reader of bodies.
final class Tongues {
    record Tongue(Dialect dialect, JsonMapper json, BodyReader bodies) {}

    private final Map<ApiFamily, Tongue> tongues = new EnumMap<>(ApiFamily.class);

    Tongues(ZoneId zone) {
        for (var family : ApiFamily.values()) {
            var json = Json.of(family, zone);
            tongues.put(family, new Tongue(Dialect.of(family), json, new BodyReader(family, json)));
        }
    }

    Tongue of(ApiFamily family) {
        return Objects.requireNonNull(tongues.get(family));
    }
}
