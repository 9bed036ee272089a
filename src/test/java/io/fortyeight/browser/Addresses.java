package io.fortyeight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The addresses of all pages, in every state that looks different. */
final class Addresses {

    /** For each page that the classes serve: where it is looked at. */
    private static final Map<String, List<String>> OF_PAGES = new TreeMap<>(Map.of(
            "/", List.of("/"),
            "/contests/{contest}",
                    List.of(
                            "/contests/" + Showcase.OPEN,
                            "/contests/" + Showcase.CERTIFIED,
                            "/contests/" + Showcase.SCHEDULED,
                            "/contests/none"),
            "/close-board", List.of("/close-board")));

    private Addresses() {}

    /** Fails when the application has a page that is not in the list, or the list has one that is no more. */
    static List<String> all() {
        assertThat(OF_PAGES.keySet()).as("the pages that are looked at").isEqualTo(served());
        return OF_PAGES.values().stream().flatMap(List::stream).toList();
    }

    private static Set<String> served() {
        var paths = new TreeSet<String>();
        for (var type :
                new ClassFileImporter().importPath(java.nio.file.Path.of("target", "classes", "io", "fortyeight"))) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(GET.class) && isPage(type, method))
                        .forEach(method -> paths.add(path(type, method)));
            }
        }
        return paths;
    }

    private static boolean isPage(JavaClass type, JavaMethod method) {
        Optional<Produces> produces = method.tryGetAnnotationOfType(Produces.class);
        return produces.or(() -> type.tryGetAnnotationOfType(Produces.class)).stream()
                .flatMap(found -> Arrays.stream(found.value()))
                .anyMatch(mediaType -> mediaType.startsWith("text/html"));
    }

    private static String path(JavaClass type, JavaMethod method) {
        var path = "/" + type.getAnnotationOfType(Path.class).value() + "/"
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
