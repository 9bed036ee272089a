package io.fortyeight.account;

import java.util.List;
import java.util.Set;

/**
 * What a token may do. Each role includes those after it, so a resource names the least one it asks for: reading
 * {@link #AUDITOR}, closing and recounting {@link #OPS}, changing contests {@link #ORGANIZER}, tokens {@link #ADMIN}.
 */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String ORGANIZER = "organizer";
    public static final String OPS = "ops";
    public static final String AUDITOR = "auditor";

    private static final List<String> FROM_MOST_TO_LEAST = List.of(ADMIN, ORGANIZER, OPS, AUDITOR);

    private Roles() {}

    static List<String> all() {
        return FROM_MOST_TO_LEAST;
    }

    /** The role and all that it includes. */
    static Set<String> includedIn(String role) {
        return Set.copyOf(FROM_MOST_TO_LEAST.subList(FROM_MOST_TO_LEAST.indexOf(role), FROM_MOST_TO_LEAST.size()));
    }
}
