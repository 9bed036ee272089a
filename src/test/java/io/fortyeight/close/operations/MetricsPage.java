package io.fortyeight.close.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The running application's metrics, as Prometheus reads them. */
record MetricsPage(String text) {

    private static final Pattern NAME = Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*");

    static MetricsPage now() {
        var answer = given().accept("text/plain").get("/q/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        // Prometheus' client ends a list of labels with a comma; its parser does not mind.
        return new MetricsPage(answer.asString().replace(",}", "}"));
    }

    /** The names of all series. */
    Set<String> names() {
        return samples()
                .map(line ->
                        NAME.matcher(line).results().findFirst().orElseThrow().group())
                .collect(Collectors.toSet());
    }

    /** @param series with its labels, as it is written */
    double value(String series) {
        var found = samples().filter(line -> line.startsWith(series + " ")).toList();
        assertThat(found).as(series).hasSize(1);
        return Double.parseDouble(found.get(0).substring(series.length() + 1));
    }

    double pings(String verdict) {
        return value("fortyeight_pings_total{verdict=\"" + verdict + "\"}");
    }

    /** Of our own metrics all lines, comments included. */
    String ours() {
        return text.lines()
                .filter(line -> line.startsWith("fortyeight_") || line.matches("# (HELP|TYPE) fortyeight_.*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> samples() {
        return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    }
}
