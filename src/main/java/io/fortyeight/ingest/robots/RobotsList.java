package io.fortyeight.ingest.robots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.contest.rules.RobotsVersion;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The user agents of robots: the npm package {@code crawler-user-agents} (MIT), as published, and {@link LinkPreviews}, which
 * also says where the former is wrong. Regular expressions, case-sensitive, found anywhere in the user agent.
 */
@Singleton
public final class RobotsList implements RobotsVersion {

    private static final String FOLDER = "crawler-user-agents/";

    private final String version;
    private final UserAgentVerdicts verdicts;

    public RobotsList(LinkPreviews previews) {
        version = nameAndVersion(read(FOLDER + "package.json")) + ", " + previews.version();
        List<String> expressions = new ArrayList<>(previews.expressions());
        for (JsonNode robot : read(FOLDER + "crawler-user-agents.json")) {
            String expression = robot.required("pattern").textValue();
            if (!previews.mistaken().contains(expression)) {
                expressions.add(expression);
            }
        }
        verdicts = new UserAgentVerdicts(expressions);
    }

    /** Names and versions of the lists, for instance {@code crawler-user-agents 1.60.0, link-previews 1}. */
    @Override
    public String robots() {
        return version;
    }

    /** Whether the list says so of this user agent; the empty one is not on it. */
    public boolean isRobot(String userAgent) {
        return verdicts.of(userAgent);
    }

    static String nameAndVersion(JsonNode about) {
        return about.required("name").textValue() + " "
                + about.required("version").textValue();
    }

    static JsonNode read(String file) {
        try (InputStream resource = RobotsList.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new FileNotFoundException(file);
            }
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The robots list can't be read", e);
        }
    }
}
