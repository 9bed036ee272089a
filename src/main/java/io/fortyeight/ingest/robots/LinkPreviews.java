package io.fortyeight.ingest.robots;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user agents by which networks and messengers fetch pages, to show links to them: {@code link-previews.json}, which
 * names the source of each. Expressions are written as those of the {@link RobotsList}, which this list adds to; it also
 * names the few of that list which take people for fetchers, with what is right instead.
 */
@Singleton
public final class LinkPreviews {

    private static final String FILE = "link-previews.json";

    private final String version;
    private final List<String> expressions = new ArrayList<>();
    private final Set<String> mistaken = new HashSet<>();
    private final UserAgentVerdicts verdicts;

    public LinkPreviews() {
        var list = RobotsList.read(FILE);
        version = RobotsList.nameAndVersion(list);
        for (var fetcher : list.required("fetchers")) {
            expressions.add(fetcher.required("pattern").textValue());
            addMistaken(fetcher);
        }
        list.required("browsers").forEach(this::addMistaken);
        verdicts = new UserAgentVerdicts(expressions);
    }

    /** Whether somebody looks with it only to show a link to others. */
    public boolean isFetcher(String userAgent) {
        return verdicts.of(userAgent);
    }

    /** Name and version of the list, for instance {@code link-previews 1}. */
    String version() {
        return version;
    }

    List<String> expressions() {
        return expressions;
    }

    /** Expressions of the robots list that don't hold. */
    Set<String> mistaken() {
        return mistaken;
    }

    private void addMistaken(JsonNode entry) {
        if (entry.has("insteadOf")) {
            mistaken.add(entry.get("insteadOf").textValue());
        }
    }
}
