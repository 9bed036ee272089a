package io.fortyeight;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the documents lead somewhere. */
class DocumentationTest {

    /** The target of a Markdown link or picture, without what follows a number sign. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void relativeLinks_leadToFilesThatAreThere() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                var target = links.group(1);
                if (!target.contains("://")
                        && !target.startsWith("mailto:")
                        && Files.notExists(document.resolveSibling(target))) {
                    broken.add(document + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void platforms_areListedAsTheyAre() throws IOException {
        var list = Arrays.stream(Platform.values()).map(Platform::jsonName).collect(Collectors.joining(" "));
        assertThat(Files.readString(Path.of("docs", "api.md"))).contains("`" + list + "`");
    }

    private static List<Path> documents() throws IOException {
        try (var top = Files.list(Path.of(""));
                var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.concat(top, docs), Stream.of(Path.of("bench", "README.md")))
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }
}
