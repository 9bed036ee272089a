package io.fortyeight.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.RobotsVersion;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The user agents of robots: the npm package {@code crawler-user-agents} (MIT), as published. Regular expressions,
 * case-sensitive, found anywhere in the user agent.
 *
 * <p>Only the first {@value #EXAMINED} characters are looked at, and only verdicts on up to {@value #CACHED_LENGTH} are
 * remembered, so a hostile user agent costs neither time nor memory to speak of. Browsers send about a hundred.
 */
@Singleton
final class RobotsList implements RobotsVersion {

    static final int EXAMINED = 1024;

    private static final int CACHED_LENGTH = 512;
    private static final int CACHED_VERDICTS = 20_000;
    private static final String FOLDER = "crawler-user-agents/";

    private final String version;
    private final UserAgentPatterns patterns;
    private final Cache<String, Boolean> verdicts =
            Caffeine.newBuilder().maximumSize(CACHED_VERDICTS).build();

    RobotsList() {
        JsonNode about = read("package.json");
        version = about.required("name").textValue() + " "
                + about.required("version").textValue();
        List<String> expressions = new ArrayList<>();
        for (JsonNode robot : read("crawler-user-agents.json")) {
            expressions.add(robot.required("pattern").textValue());
        }
        patterns = new UserAgentPatterns(expressions);
    }

    /** Name and version of the list, for instance {@code crawler-user-agents 1.60.0}. */
    @Override
    public String robots() {
        return version;
    }

    /** Whether the list says so of this user agent; the empty one is not on it. */
    boolean isRobot(String userAgent) {
        if (userAgent.length() > CACHED_LENGTH) {
            return patterns.matches(userAgent.substring(0, Math.min(userAgent.length(), EXAMINED)));
        }
        return verdicts.get(userAgent, patterns::matches);
    }

    private static JsonNode read(String file) {
        try (InputStream resource = RobotsList.class.getResourceAsStream(FOLDER + file)) {
            if (resource == null) {
                throw new FileNotFoundException(FOLDER + file);
            }
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The robots list can't be read", e);
        }
    }
}
