package io.fortyeight.ingest;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.web.form.Violations;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a ping as they came, from a body or from a query. Checks them all before it complains. */
final class PingFields {

    private static final int MAX_VISITOR_CHARACTERS = 64;
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String PLATFORMS =
            Arrays.stream(Platform.values()).map(Platform::jsonName).collect(Collectors.joining(", "));

    private final Violations violations = new Violations();

    /** Given, but not as a string: said already, so they aren't missing too. */
    private final Set<String> notTexts = new HashSet<>();

    @Nullable
    String contest;

    @Nullable
    String campaign;

    @Nullable
    String kind;

    @Nullable
    String platform;

    @Nullable
    String visitor;

    @Nullable
    String via;

    @Nullable
    String id;

    void notText(String field) {
        if (notTexts.add(field)) {
            violations.add(field, "must be a string");
        }
    }

    private void isMissing(String field, String message) {
        if (!notTexts.contains(field)) {
            violations.add(field, message);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names each field that is wrong */
    PingRequest check() {
        var checkedKind = kind();
        var checkedPlatform = checkedKind == Kind.SHARE ? platform() : null;
        var checkedId = id();
        if (isBlank(contest)) {
            isMissing("contest", "is missing");
        }
        if (isBlank(campaign)) {
            isMissing("campaign", "is missing");
        }
        if (visitor != null && visitor.codePointCount(0, visitor.length()) > MAX_VISITOR_CHARACTERS) {
            violations.add("visitor", "must have at most " + MAX_VISITOR_CHARACTERS + " characters");
        }
        if (via != null && !via.isEmpty() && !ShareCodeParameter.isWellFormed(via)) {
            violations.add("via", "must be 1 to 32 letters, digits, - or _");
        }
        violations.throwIfAny();
        if (contest == null || campaign == null || checkedKind == null) {
            throw new IllegalStateException("A missing field went unnoticed");
        }
        return new PingRequest(
                contest,
                campaign,
                checkedKind,
                checkedPlatform,
                isEmpty(visitor) ? null : visitor,
                isEmpty(via) ? null : via,
                checkedId);
    }

    private @Nullable Kind kind() {
        var found = kind == null ? null : Kind.ofJsonName(kind).orElse(null);
        if (kind == null) {
            isMissing("kind", "is missing");
        } else if (found == null) {
            violations.add("kind", "must be view or share");
        }
        return found;
    }

    private @Nullable Platform platform() {
        var found = platform == null ? null : Platform.ofJsonName(platform).orElse(null);
        if (platform == null) {
            isMissing("platform", "is missing; a share needs one");
        } else if (found == null) {
            violations.add("platform", "must be one of " + PLATFORMS);
        }
        return found;
    }

    private @Nullable UUID id() {
        if (isEmpty(id)) {
            return null;
        }
        if (!UUID_TEXT.matcher(id).matches()) {
            violations.add("id", "must be a UUID");
            return null;
        }
        return UUID.fromString(id);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
