package io.fortyeight.close.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What watches over a running installation is code, too. */
class AlertsTest {

    private static final Path RUNBOOK = Path.of("docs/operations.md");
    private static final Path DOCKER = Path.of("docker");

    @Test
    void rules_areWellFormed() throws Exception {
        assertThat(Promtool.run("", "check", "rules", Watching.ALERTS.toString()))
                .contains("SUCCESS: " + Watching.alerts().size() + " rules found");
    }

    @Test
    void alerts_fireWhenTheyShould() throws Exception {
        assertThat(Promtool.run("", "test", "rules", Watching.ALERTS_TEST.toString()))
                .contains("SUCCESS");
    }

    @Test
    void configuration_isWellFormed() throws Exception {
        // Not the paths in it, which are those of the container.
        assertThat(Promtool.run("", "check", "config", "--syntax-only", "docker/prometheus/prometheus.yaml"))
                .contains("SUCCESS");
    }

    @Test
    void everyAlert_hasATestThatItFires_andOneThatItDoesNot() throws IOException {
        var tests = Watching.yaml(Watching.ALERTS_TEST).findValues("alert_rule_test").stream()
                .flatMap(list -> list.findParents("alertname").stream())
                .toList();
        for (var alert : names()) {
            var outcomes = tests.stream()
                    .filter(test -> test.path("alertname").asText().equals(alert))
                    .map(test -> !test.path("exp_alerts").isEmpty())
                    .collect(Collectors.toSet());
            assertThat(outcomes).as(alert).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void everyAlert_saysWhatItIs_andHasAPlaceInTheRunbook() throws IOException {
        var headings = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());
        for (var alert : Watching.alerts()) {
            var name = alert.path("alert").asText();
            assertThat(headings).contains(name);
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
        }
        assertThat(headings.stream().filter(heading -> heading.startsWith("Fortyeight")))
                .containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void dashboard_asksTheProvisionedSourceOnly() throws IOException {
        var dashboard = new ObjectMapper().readTree(Watching.DASHBOARD.toFile());
        var source = Watching.yaml(DOCKER.resolve("grafana/provisioning/datasources/prometheus.yaml"))
                .at("/datasources/0/uid")
                .asText();
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(used -> assertThat(used.path("uid").asText()).isEqualTo(source));
        assertThat(dashboard.path("panels"))
                .allSatisfy(panel -> assertThat(panel.path("type").asText().equals("row")
                                || !panel.at("/targets/0/expr").isMissingNode())
                        .as(panel.path("title").asText())
                        .isTrue());
    }

    @Test
    void compose_mountsWhatIsThere_andPinsImages() throws IOException {
        var services = Watching.yaml(DOCKER.resolve("compose.yaml")).path("services");
        assertThat(services.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("database", "fortyeight", "prometheus", "grafana");
        for (var service : services) {
            for (var volume : service.path("volumes")) {
                var source = volume.asText().split(":", 2)[0];
                if (source.startsWith("./")) {
                    assertThat(DOCKER.resolve(source)).exists();
                }
            }
            if (service.has("image")) {
                assertThat(service.path("image").asText()).matches(".+:v?\\d.*");
            }
        }
    }

    private static Set<String> names() throws IOException {
        return Watching.alerts().stream()
                .map((JsonNode alert) -> alert.path("alert").asText())
                .collect(Collectors.toSet());
    }
}
