package io.fortyeight.account.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action.
 *
 * @param actor empty when it is not told who tried to sign in
 * @param kind {@code user}, {@code token}, {@code organization}, or {@code nobody} for a failed attempt to sign in
 * @param role empty for nobody
 * @param details what was asked for, in short, without secrets; null when there is nothing to say
 * @param status of the answer; null when it is not known whether the action happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String kind,
        String role,
        String method,
        String path,
        @Nullable String contest,
        @Nullable String details,
        @Nullable Integer status) {}
