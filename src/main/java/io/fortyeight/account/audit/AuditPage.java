package io.fortyeight.account.audit;

import io.fortyeight.account.user.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit log for people. */
@Path("/desk/audit")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.AUDITOR)
public class AuditPage {

    private final AuditPages pages;

    AuditPage(AuditPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public Response audit(@QueryParam("before") @Nullable Long before, @Context HttpHeaders reader) {
        return pages.page(null, before, reader);
    }
}
