package org.gemba.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Both languages say the same things, and every text that the code asks for exists.
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/gemba");
    private static final Path SOURCES = Path.of("src/main/java");

    @TestFactory
    Stream<DynamicTest> bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        return bundles().stream()
                .map(english -> DynamicTest.dynamicTest(room(english), () -> {
                    var chinese = load(english.resolveSibling("messages_zh_CN.properties"));
                    var texts = load(english);
                    assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(texts.keySet()));
                    for (var key : texts.stringPropertyNames()) {
                        assertThat(arguments(chinese.getProperty(key)))
                                .as(key)
                                .isEqualTo(arguments(texts.getProperty(key)));
                        assertThat(key).startsWith(room(english) + ".");
                    }
                }));
    }

    /// Only texts with arguments pass through the format that halves them.
    @TestFactory
    Stream<DynamicTest> aTextWithoutArgumentsHasNoDoubledQuotes() throws IOException {
        return bundles().stream()
                .flatMap(english -> Stream.of(english, english.resolveSibling("messages_zh_CN.properties")))
                .map(bundle -> DynamicTest.dynamicTest(room(bundle) + " " + bundle.getFileName(), () -> {
                    var texts = load(bundle);
                    var doubled = texts.stringPropertyNames().stream()
                            .filter(key -> arguments(texts.getProperty(key)).isEmpty())
                            .filter(key -> texts.getProperty(key).contains("''"))
                            .toList();
                    assertThat(doubled).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> chineseIsReallyTranslated() throws IOException {
        return bundles().stream()
                .map(english -> DynamicTest.dynamicTest(room(english), () -> {
                    var chinese = load(english.resolveSibling("messages_zh_CN.properties"));
                    var texts = load(english);
                    var untranslated = texts.stringPropertyNames().stream()
                            .filter(key -> texts.getProperty(key).equals(chinese.getProperty(key)))
                            .filter(key -> texts.getProperty(key).matches(".*[a-z]{3,} [a-z]{3,}.*"))
                            .toList();
                    assertThat(untranslated).isEmpty();
                }));
    }

    @Test
    void everyTextThatTheCodeNamesExists() throws IOException {
        var known = new TreeSet<String>();
        var rooms = new ArrayList<String>();
        for (var bundle : bundles()) {
            rooms.add(room(bundle));
            known.addAll(load(bundle).stringPropertyNames());
        }
        if (rooms.isEmpty()) return;
        var literal = Pattern.compile("\"((?:" + String.join("|", rooms) + ")(?:\\.[a-zA-Z0-9_]+)+)\"");
        var missing = new TreeSet<String>();
        for (var source : javaFiles()) {
            var matcher = literal.matcher(Files.readString(source));
            while (matcher.find()) {
                var key = matcher.group(1);
                if (!known.contains(key) && looksLikeAText(key)) missing.add(source.getFileName() + ": " + key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextIsLeftThatNobodyAsksFor() throws IOException {
        var code = new StringBuilder();
        for (var source : javaFiles()) code.append(Files.readString(source)).append('\n');
        for (var layout : layouts()) code.append(Files.readString(layout)).append('\n');
        var unused = new TreeSet<String>();
        for (var bundle : bundles()) {
            for (var key : load(bundle).stringPropertyNames()) {
                if (!asked(code, key)) unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    /// A key is asked for by its whole name or by a stem to which the code adds an enum's name or an id. The task
    /// centre
    /// asks for the titles of tasks by the names of their kinds.
    private static boolean asked(CharSequence code, String key) {
        if (key.matches("[a-z]+\\.task\\..*")) return true;
        var text = code.toString();
        if (text.contains("\"" + key + "\"") || text.contains("$R{" + key + "}")) return true;
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (text.contains("\"" + key.substring(0, dot + 1) + "\"")) return true;
        }
        return false;
    }

    /// Names of tasks, screens, actions and audit lines have dots too; a text has a room that owns at least the stem.
    private static boolean looksLikeAText(String key) {
        return key.chars().filter(c -> c == '.').count() >= 2;
    }

    private static List<String> arguments(String pattern) {
        var formats = new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex();
        var names = new ArrayList<String>();
        for (int i = 0; i < formats.length; i++) if (pattern.contains("{" + i)) names.add("{" + i + "}");
        return names;
    }

    private static List<Path> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> layouts() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jrxml")).toList();
        }
    }

    private static String room(Path bundle) {
        return bundle.getParent().getFileName().toString();
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
