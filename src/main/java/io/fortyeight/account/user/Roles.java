package io.fortyeight.account.user;

import io.fortyeight.web.form.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user or a token may do. Each role includes those after it, so a resource names the least one it asks for: reading
 * {@link #AUDITOR}, closing and recounting {@link #OPS}, changing contests {@link #ORGANIZER}, users and tokens {@link #ADMIN}.
 */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String ORGANIZER = "organizer";
    public static final String OPS = "ops";
    public static final String AUDITOR = "auditor";

    private static final List<String> FROM_MOST_TO_LEAST = List.of(ADMIN, ORGANIZER, OPS, AUDITOR);

    private Roles() {}

    public static List<String> all() {
        return FROM_MOST_TO_LEAST;
    }

    /** @return the role, or the least one when something was added to {@code violations} */
    public static String checked(@Nullable String role, Violations violations) {
        if (role == null || !FROM_MOST_TO_LEAST.contains(role)) {
            violations.add("role", messages -> messages.oneOf(String.join(", ", FROM_MOST_TO_LEAST)));
            return AUDITOR;
        }
        return role;
    }

    /** The role and all that it includes. */
    public static Set<String> includedIn(String role) {
        return Set.copyOf(FROM_MOST_TO_LEAST.subList(FROM_MOST_TO_LEAST.indexOf(role), FROM_MOST_TO_LEAST.size()));
    }
}
