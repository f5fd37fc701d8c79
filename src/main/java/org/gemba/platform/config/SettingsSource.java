package org.gemba.platform.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where settings come from: the environment wins over `gemba.properties` in the data folder, which wins over what the
/// desktop's Settings page stored. Features read it once into a record of their own; a wrong value is refused with
/// {@link WrongSetting}, never replaced by a default.
public final class SettingsSource {
    private final List<Function<String, Optional<String>>> layers;

    @SafeVarargs
    public SettingsSource(Function<String, Optional<String>>... layers) {
        this.layers = List.of(layers);
    }

    /// The layer that wins.
    public static Function<String, Optional<String>> environment() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /// The text of the first layer that has a value that is not blank.
    public Optional<String> text(String name) {
        return layers.stream()
                .flatMap(layer -> layer.apply(name).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public Secret secret(String name) {
        return new Secret(text(name, ""));
    }

    /// @throws WrongSetting unless the value is a whole number from `least` to `most`
    public int number(String name, int otherwise, int least, int most) {
        var text = text(name);
        if (text.isEmpty()) return otherwise;
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new WrongSetting(name, text.get(), "a whole number from " + least + " to " + most);
    }

    public Duration seconds(String name, int otherwise, int least, int most) {
        return Duration.ofSeconds(number(name, otherwise, least, most));
    }

    /// @throws WrongSetting unless the value is one of true, false, on, off, 1, 0, yes, no
    public boolean flag(String name, boolean otherwise) {
        var text = text(name);
        if (text.isEmpty()) return otherwise;
        return switch (text.get().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "on", "1", "yes" -> true;
            case "false", "off", "0", "no" -> false;
            default -> throw new WrongSetting(name, text.get(), "true or false");
        };
    }

    /// @throws WrongSetting unless the value is an `http` or `https` address
    public Optional<URI> url(String name) {
        return text(name).map(text -> {
            try {
                var uri = URI.create(text);
                var scheme = uri.getScheme();
                if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) return uri;
            } catch (IllegalArgumentException e) {
                // told below
            }
            throw new WrongSetting(name, text, "an address that begins with http:// or https://");
        });
    }

    /// @throws WrongSetting unless the value is an IANA zone such as `Asia/Shanghai`
    public ZoneId zone(String name) {
        var text = text(name);
        try {
            return text.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw new WrongSetting(name, text.orElse(""), "an IANA time zone such as Asia/Shanghai");
        }
    }

    /// The comma-separated parts of a value, trimmed, without empty ones.
    public List<String> list(String name) {
        return text(name)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
