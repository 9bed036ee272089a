package io.fortyeight.contest.api;

import io.fortyeight.web.form.Violations;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names in addresses. */
final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9])*");
    private static final int MAX_LENGTH = 64;

    private Slugs() {}

    /** The slug, or the empty string when it is none. */
    static String read(@Nullable String slug, Violations violations) {
        if (slug != null && slug.length() <= MAX_LENGTH && SLUG.matcher(slug).matches()) {
            return slug;
        }
        violations.add("slug", messages -> messages.slug(MAX_LENGTH));
        return "";
    }
}
