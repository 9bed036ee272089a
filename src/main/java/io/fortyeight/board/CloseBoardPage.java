package io.fortyeight.board;

import io.fortyeight.account.Roles;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.web.Language;
import io.fortyeight.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The close board for people: complete without scripts, live with them. */
@Path("/close-board")
@Produces("text/html;charset=UTF-8")
public class CloseBoardPage {

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance board(Shell shell, BoardView board);
    }

    private final CloseBoards boards;
    private final Shell shell;

    CloseBoardPage(CloseBoards boards, Shell shell) {
        this.boards = boards;
        this.shell = shell;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response board(@Context HttpHeaders reader) {
        var language = Language.of(reader);
        return Pages.ok(Templates.board(shell, BoardView.of(boards.now(), Words.of(language))), language);
    }
}
