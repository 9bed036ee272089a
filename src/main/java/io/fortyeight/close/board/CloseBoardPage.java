package io.fortyeight.close.board;

import io.fortyeight.account.user.Roles;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
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

    @CheckedTemplate(basePath = "close/board")
    static class Templates {

        private Templates() {}

        static native TemplateInstance board(PageLayout shell, BoardView board);
    }

    private final CloseBoards boards;
    private final PageLayout shell;

    CloseBoardPage(CloseBoards boards, PageLayout shell) {
        this.boards = boards;
        this.shell = shell;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response board(@Context HttpHeaders reader) {
        var language = Language.of(reader);
        return Pages.ok(
                Templates.board(shell, BoardView.of(boards.now(), PageText.in(language, BoardMessages.class))),
                language);
    }
}
