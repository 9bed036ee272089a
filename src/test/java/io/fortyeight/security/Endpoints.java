package io.fortyeight.security;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be called, found in the classes, so that nothing new is passed over. */
final class Endpoints {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, HEAD.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private Endpoints() {}

    /** @param path with its parameters in braces, as in {@code /api/contests/{contest}} */
    record Endpoint(String method, String path) implements Comparable<Endpoint> {

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> all() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            // Reading all classes that ours use takes most of the time, and tells nothing here.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .importPath(java.nio.file.Path.of("target", "classes", "io", "fortyeight")).stream()
                            .filter(type -> type.isAnnotatedWith(Path.class))
                            .flatMap(type -> type.getMethods().stream().flatMap(Endpoints::of))
                            .distinct()
                            .sorted()
                            .toList();
        });
    }

    private static Stream<Endpoint> of(JavaMethod method) {
        return METHODS.stream()
                .filter(method::isAnnotatedWith)
                .map(http -> new Endpoint(http.getSimpleName(), path(method)));
    }

    private static String path(JavaMethod method) {
        var type = method.getOwner().getAnnotationOfType(Path.class).value();
        var own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return ("/" + type + "/" + own).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
