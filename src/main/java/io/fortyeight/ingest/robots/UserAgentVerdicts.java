package io.fortyeight.ingest.robots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * Whether user agents match a list, remembered: browsers send the same few thousand again and again.
 *
 * <p>Only the first {@value #EXAMINED} characters are looked at, and only verdicts on up to {@value #CACHED_LENGTH} are
 * remembered, so a hostile user agent costs neither time nor memory to speak of. Browsers send about a hundred.
 */
final class UserAgentVerdicts {

    static final int EXAMINED = 1024;

    private static final int CACHED_LENGTH = 512;
    private static final int CACHED_VERDICTS = 20_000;

    private final UserAgentPatterns patterns;
    private final Cache<String, Boolean> verdicts =
            Caffeine.newBuilder().maximumSize(CACHED_VERDICTS).build();

    /** @param expressions regular ones, case-sensitive, to be found anywhere */
    UserAgentVerdicts(List<String> expressions) {
        patterns = new UserAgentPatterns(expressions);
    }

    boolean of(String userAgent) {
        if (userAgent.length() > CACHED_LENGTH) {
            return patterns.matches(userAgent.substring(0, Math.min(userAgent.length(), EXAMINED)));
        }
        return verdicts.get(userAgent, patterns::matches);
    }
}
