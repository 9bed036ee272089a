package io.fortyeight.site.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal's report, as far as it has got.
 *
 * @param contest the slug of the copy in which it was rehearsed
 * @param closedAfterMillis null until the copy is certified
 */
record RehearsalView(
        String id,
        String state,
        String contest,
        String window,
        long sent,
        long acknowledged,
        long refused,
        long late,
        @Nullable Long counted,
        @Nullable Long discounted,
        @Nullable Long closedAfterMillis,
        boolean recountAgrees,
        boolean acknowledgedInLedger,
        List<String> rulesChanged,
        List<String> problems) {

    static RehearsalView of(JsonNode report) {
        return new RehearsalView(
                report.path("id").asText(),
                report.path("state").asText(),
                report.path("contest").asText(),
                report.path("window").asText(),
                number(report.path("sent")),
                number(report.path("acknowledged")),
                number(report.path("refused")),
                number(report.path("late")),
                optional(report.at("/result/counted")),
                optional(report.at("/result/discounted")),
                optional(report.path("closedAfterMillis")),
                report.path("recountAgrees").asBoolean(),
                report.path("acknowledgedInLedger").asBoolean(),
                texts(report.path("rulesChanged")),
                texts(report.path("problems")));
    }

    private static long number(JsonNode number) {
        return number.asLong();
    }

    private static @Nullable Long optional(JsonNode number) {
        return number.isNumber() ? number(number) : null;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
