package io.fortyeight.contest.linkcheck;

import io.fortyeight.web.outbound.Target;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Which links may stand on a card, and may be followed: those by https. */
@Singleton
public class LinkPolicy {

    private static final int MAX_CHARACTERS = 2000;
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private final LinkCheckConfig config;

    LinkPolicy(LinkCheckConfig config) {
        this.config = config;
    }

    /** Where a link leads; empty when it is none that is allowed. Its fragment is for the browser. */
    public Optional<Target> target(String url) {
        var fragment = url.indexOf('#');
        return url.length() > MAX_CHARACTERS
                ? Optional.empty()
                : Target.parse(fragment < 0 ? url : url.substring(0, fragment)).filter(this::allows);
    }

    private boolean allows(Target target) {
        return target.isSecure() || (config.allowPrivate() && THIS_MACHINE.contains(target.host()));
    }
}
