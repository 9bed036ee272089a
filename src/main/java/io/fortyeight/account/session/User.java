package io.fortyeight.account.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in with a name and a password.
 *
 * @param disabledAt since when they can't; null for those who can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record User(
        int id,
        String name,
        String role,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    @JsonIgnore
    public boolean isDisabled() {
        return disabledAt != null;
    }
}
