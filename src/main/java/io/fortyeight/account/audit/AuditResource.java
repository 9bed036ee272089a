package io.fortyeight.account.audit;

import io.fortyeight.account.user.Roles;
import io.fortyeight.web.http.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit log as data. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
public class AuditResource {

    private static final int USUAL = 100;
    private static final int MAX = 500;

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            summary = "What was done, the last first",
            description =
                    "At most `limit` entries (100, up to 500) with an id below `before`; of one contest, or of all")
    public List<AuditEntry> read(
            @QueryParam("contest") @Nullable String contest,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        return log.read(
                contest, number("before", before, Long.MAX_VALUE), (int) Math.min(MAX, number("limit", limit, USUAL)));
    }

    private static long number(String parameter, @Nullable String text, long absent) {
        if (text == null) {
            return absent;
        }
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw Problems.invalidQuery(parameter, "must be a whole number from 1 on");
        }
        return Long.parseLong(text);
    }
}
