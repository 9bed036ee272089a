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
import java.util.stream.Collectors;

/** The addresses of all pages, in every state that looks different. */
final class Addresses {

    /** For each page that the classes serve: where it is looked at, by what {@link Showcase} makes. */
    private static final String PAGES = """
            /                                                        /
            /contests/{contest}                                      /contests/winter-48 /contests/december-2013 /contests/spring-48 /contests/none
            /contests/{contest}/result                               /contests/december-2013/result /contests/winter-48/result
            /contests/{contest}/rules                                /contests/winter-48/rules
            /contests/{contest}/campaigns/{campaign}                 /contests/winter-48/campaigns/clean-wells /contests/december-2013/campaigns/clean-wells /contests/winter-48/campaigns/reefs /contests/winter-48/campaigns/none
            /contests/{contest}/campaigns/{campaign}/yours           /contests/winter-48/campaigns/clean-wells/yours
            /contests/{contest}/campaigns/{campaign}/snippet         /contests/winter-48/campaigns/clean-wells/snippet /contests/winter-48/campaigns/none/snippet
            /embed/{contest}                                         /embed/winter-48
            /embed/{contest}/{campaign}                              /embed/winter-48/clean-wells
            /s/{code}                                                /s/none
            /share/{contest}/{campaign}/{platform}                   /share/winter-48/clean-wells/qr /share/winter-48/clean-wells/kakaotalk /share/winter-48/clean-wells/none
            /close-board                                             /close-board
            /login                                                   /login
            /login/organization                                      /login/organization
            /desk                                                    /desk
            /desk/new                                                /desk/new
            /desk/new/preview                                        /desk/new/preview
            /desk/contests/{contest}                                 /desk/contests/winter-48 /desk/contests/spring-48
            /desk/contests/{contest}/audit                           /desk/contests/winter-48/audit
            /desk/contests/{contest}/campaigns/{campaign}/trust      /desk/contests/december-2013/campaigns/clean-wells/trust
            /desk/contests/{contest}/campaigns/{campaign}/share-text /desk/contests/winter-48/campaigns/clean-wells/share-text
            /desk/contests/{contest}/close                           /desk/contests/december-2013/close
            /desk/contests/{contest}/edit                            /desk/contests/spring-48/edit
            /desk/contests/{contest}/edit/preview                    /desk/contests/spring-48/edit/preview
            /desk/contests/{contest}/imports                         /desk/contests/winter-48/imports
            /desk/contests/{contest}/imports/{id}                    /desk/contests/winter-48/imports/{import}
            /desk/contests/{contest}/prizes                          /desk/contests/spring-48/prizes /desk/contests/december-2013/prizes
            /desk/contests/{contest}/supporters                      /desk/contests/winter-48/supporters
            /desk/contests/{contest}/recounts/{id}                   /desk/contests/december-2013/recounts/none
            /desk/contests/{contest}/rehearsals/{id}                 /desk/contests/spring-48/rehearsals/none
            /desk/contests/{contest}/watch                           /desk/contests/winter-48/watch
            /desk/contests/{contest}/what-if                         /desk/contests/winter-48/what-if
            /desk/account                                            /desk/account
            /desk/audit                                              /desk/audit
            /desk/people                                             /desk/people
            /desk/tokens                                             /desk/tokens
            """;

    private static final Map<String, List<String>> OF_PAGES = PAGES.lines()
            .map(line -> List.of(line.split("\\s+")))
            .collect(Collectors.toMap(
                    row -> row.get(0), row -> row.subList(1, row.size()), (one, two) -> one, TreeMap::new));

    private Addresses() {}

    /** Fails when the application has a page that is not in the list, or the list has one that is no more. */
    static List<String> all() {
        assertThat(OF_PAGES.keySet()).as("the pages that are looked at").isEqualTo(served());
        return OF_PAGES.values().stream()
                .flatMap(List::stream)
                .map(address -> address.replace("{import}", Showcase.importId()))
                .toList();
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
