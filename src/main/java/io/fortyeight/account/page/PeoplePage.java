package io.fortyeight.account.page;

import io.fortyeight.account.session.User;
import io.fortyeight.account.session.Users;
import io.fortyeight.account.session.Users.NewUser;
import io.fortyeight.account.session.Users.UserPatch;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where administrators make and change users. */
@Path("/desk/people")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ADMIN)
public class PeoplePage {

    private static final String PATH = "/desk/people";

    @CheckedTemplate(basePath = "account/page")
    static class Templates {

        private Templates() {}

        static native TemplateInstance people(PageLayout shell, PeopleView view);
    }

    /**
     * What is shown.
     *
     * @param added the name in the form for a new one, and the role
     * @param done whose change has just been made; empty when none was
     */
    record PeopleView(List<User> users, Actor actor, NewUser added, String done, FormError wrong) {

        public List<String> roles() {
            return Roles.all();
        }

        public boolean isSelf(User user) {
            return actor.isUser() && actor.id() == user.id();
        }

        /** Whoever is made only watches, until somebody chooses more. */
        public String addedRole() {
            return added.role() == null ? Roles.AUDITOR : added.role();
        }
    }

    private final Users users;
    private final PageLayout shell;
    private final SecurityIdentity caller;

    PeoplePage(Users users, PageLayout shell, SecurityIdentity caller) {
        this.users = users;
        this.shell = shell;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response people(@QueryParam("done") @Nullable String done, @Context HttpHeaders reader) {
        return page(Status.OK, new NewUser("", null, null), done == null ? "" : named(done), FormError.NOTHING, reader);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SmallBody
    @Operation(hidden = true)
    public Response add(
            @FormParam("name") @Nullable String name,
            @FormParam("role") @Nullable String role,
            @FormParam("password") @Nullable String password,
            @Context HttpHeaders reader) {
        try {
            return done(users.create(new NewUser(name, role, password)));
        } catch (HttpProblem problem) {
            var wrong = FormError.of(problem, FormError.Conflict.TAKEN);
            return page(wrong.status(), new NewUser(name == null ? "" : name, role, null), "", wrong, reader);
        }
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SmallBody
    @Operation(hidden = true)
    public Response change(
            @PathParam("id") int id,
            @FormParam("role") @Nullable String role,
            @FormParam("password") @Nullable String password,
            @FormParam("disabled") @Nullable Boolean disabled,
            @Context HttpHeaders reader) {
        try {
            return done(users.change(id, new UserPatch(role, password, disabled), actor()));
        } catch (HttpProblem problem) {
            var wrong = FormError.of(problem, FormError.Conflict.YOURSELF);
            return page(wrong.status(), new NewUser("", null, null), "", wrong.elsewhere(), reader);
        }
    }

    private static Response done(User user) {
        return Pages.to(PATH + "?done=" + user.id());
    }

    /** Named by number in the address, so that no address can make this page say what it wants. */
    private String named(String id) {
        return id.matches("\\d{1,9}")
                ? users.find(Integer.parseInt(id)).map(User::name).orElse("")
                : "";
    }

    private Response page(Status status, NewUser added, String done, FormError wrong, HttpHeaders reader) {
        var view = new PeopleView(users.all(), actor(), added, done, wrong);
        return Pages.of(status, Templates.people(shell, view), reader);
    }

    private Actor actor() {
        return Actor.of(caller).orElseThrow();
    }
}
