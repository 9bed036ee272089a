package io.fortyeight.close.board;

import io.fortyeight.account.user.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The close board as data. */
@Path("/api/close-board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Close")
public class CloseBoardResource {

    private final CloseBoards boards;

    CloseBoardResource(CloseBoards boards) {
        this.boards = boards;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "How the closes stand",
            description = "All contests that were not announced more than a day ago, the nearest close first")
    public CloseBoard board() {
        return boards.now();
    }
}
