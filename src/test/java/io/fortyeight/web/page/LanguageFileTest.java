package io.fortyeight.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language has one file, with every text of every message bundle. Languages and bundles are found, not listed. */
class LanguageFileTest {

    private static final Path FILES = Path.of("src/main/languages");
    private static final String SUFFIX = ".properties";
    private static final Pattern LINE = Pattern.compile("(\\w+\\.\\w+)=(.*[^\\s\\\\])");
    private static final Pattern FILLED_IN = Pattern.compile("\\{(\\w+)(?:[.:][^}]*)?}");
    private static final Pattern TAG = Pattern.compile("\\{[^}]*}|<[^>]*>");
    private static final int MAX_WORDS_ALIKE = 2;
    private static final Set<String> FOR_MACHINES = Set.of("common.tag", "common.openGraphLocale", "link.zones");

    private static final Map<String, Method> METHODS = methods();

    @Test
    void files_areThoseOfTheLanguages() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("Each file in %s needs a line in the enum Language, and each language a file", FILES)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Language.values())
                            .map(language -> language.tag() + SUFFIX)
                            .toList());
        }
    }

    @Test
    void everyBundle_isMadeByTheBuild() {
        for (var bundle : bundles()) {
            var file = "/messages/" + name(bundle) + "_en" + SUFFIX;
            assertThat(LanguageFileTest.class.getResource(file))
                    .as("%s needs a line in pom.xml: <bundle name=\"%s\" />", bundle.getName(), name(bundle))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void texts_areAllThere(Language language) throws IOException {
        assertThat(texts(language).keySet()).containsExactlyInAnyOrderElementsOf(METHODS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void texts_sayWhatTheEnglishOnesSay(Language language) throws IOException {
        var english = texts(Language.ENGLISH);
        texts(language)
                .forEach((key, text) -> assertThat(filledIn(text)).as(key).isEqualTo(filledIn(english.get(key))));
    }

    @Test
    void parameters_areUsed() throws IOException {
        var english = texts(Language.ENGLISH);
        METHODS.forEach((key, method) -> {
            if (!method.isAnnotationPresent(Message.class)) {
                assertThat(Arrays.stream(method.getParameters()).map(Parameter::getName))
                        .as(key)
                        .allSatisfy(
                                parameter -> assertThat(english.get(key)).containsPattern("\\{[^}]*\\b" + parameter));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void texts_areTranslated(Language language) throws IOException {
        var english = texts(Language.ENGLISH);
        var ownName = language.locale().getDisplayLanguage(language.locale());
        var isLatin = isLatin(ownName);
        texts(language).forEach((key, text) -> {
            var words = FOR_MACHINES.contains(key) ? "" : TAG.matcher(text).replaceAll("");
            if (text.equals(english.get(key))) {
                assertThat(words.split("\\s+")).as(key).hasSizeLessThanOrEqualTo(MAX_WORDS_ALIKE);
            } else if (!isLatin && words.codePoints().anyMatch(Character::isLetter)) {
                assertThat(isLatin(words)).as(key).isFalse();
            }
        });
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }

    private static Map<String, String> texts(Language language) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(FILES.resolve(language.tag() + SUFFIX))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = LINE.matcher(line);
            assertThat(parts.matches())
                    .as("bundle.key=text, on one line: %s", line)
                    .isTrue();
            assertThat(texts.put(parts.group(1), parts.group(2)))
                    .as("twice: %s", line)
                    .isNull();
        }
        return texts;
    }

    private static Set<String> filledIn(String text) {
        var names = new TreeSet<String>();
        FILLED_IN.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Map<String, Method> methods() {
        var methods = new TreeMap<String, Method>();
        for (var bundle : bundles()) {
            for (var method : bundle.getDeclaredMethods()) {
                keys(method).forEach(key -> methods.put(name(bundle) + "." + key, method));
            }
        }
        return methods;
    }

    /** One; or, of a message about a constant of an enum, one for each. */
    private static Stream<String> keys(Method method) {
        return method.isAnnotationPresent(Message.class)
                ? Arrays.stream(method.getParameterTypes()[0].getEnumConstants())
                        .map(constant -> method.getName() + "_" + ((Enum<?>) constant).name())
                : Stream.of(method.getName());
    }

    private static List<? extends Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.fortyeight").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect)
                        .toList();
    }

    private static String name(Class<?> bundle) {
        var name = bundle.getAnnotation(MessageBundle.class).value();
        return name.equals(MessageBundle.DEFAULTED_NAME) ? MessageBundle.DEFAULT_NAME : name;
    }
}
