package io.fortyeight.close.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The alert rules and the dashboard in docker/, as data. */
final class Watching {

    static final Path ALERTS = Path.of("docker/prometheus/alerts.yaml");
    static final Path ALERTS_TEST = Path.of("docker/prometheus/alerts_test.yaml");
    static final Path DASHBOARD = Path.of("docker/grafana/dashboards/fortyeight.json");

    private static final Pattern METRIC = Pattern.compile("\\b(fortyeight|jvm|process|system)_[a-z0-9_]+");

    private Watching() {}

    static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    static List<JsonNode> alerts() throws IOException {
        return yaml(ALERTS).at("/groups").findValues("rules").stream()
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .toList();
    }

    /** What the queries of alerts and dashboard look at. */
    static Set<String> metrics() throws IOException {
        var expressions = new ArrayList<String>();
        alerts().forEach(alert -> expressions.add(alert.path("expr").asText()));
        new ObjectMapper()
                .readTree(DASHBOARD.toFile())
                .findValues("expr")
                .forEach(expression -> expressions.add(expression.asText()));
        return expressions.stream()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
