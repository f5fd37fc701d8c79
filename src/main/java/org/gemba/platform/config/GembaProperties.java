package org.gemba.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/// The file `gemba.properties` in the data folder: `NAME=value` lines in UTF-8.
public final class GembaProperties {
    private GembaProperties() {}

    /// A layer for {@link SettingsSource}; empty when there is no such file.
    ///
    /// @throws WrongSetting when the file is there and cannot be read
    public static Function<String, Optional<String>> layer(Path file) {
        var properties = read(file);
        return name -> Optional.ofNullable(properties.getProperty(name));
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting(
                    "file", file.toString(), "a readable properties file in UTF-8 (" + e.getMessage() + ")");
        }
        return properties;
    }
}
