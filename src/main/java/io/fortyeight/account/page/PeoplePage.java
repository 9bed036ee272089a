package io.fortyeight.account.page;

import io.fortyeight.account.session.User;
import io.fortyeight.account.session.Users;
import io.fortyeight.account.session.Users.NewUser;
import io.fortyeight.account.session.Users.UserPatch;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormField;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final FormFields<AccountMessages> FIELDS = FormFields.in(AccountMessages.class)
            .worded(
                    "name",
                    Wording.of(CommonMessages.class, CommonMessages::name),
                    Wording.of(AccountMessages.class, AccountMessages::nameRule))
            .field("role", AccountMessages::role)
            .field("password", AccountMessages::password, AccountMessages::passwordRule);

    /**
     * A user, and the forms that change them.
     *
     * @param isSelf whether it is who looks
     */
    record Line(User user, boolean isSelf, FormField role, FormField password) {}

    /**
     * What is shown.
     *
     * @param added the form for a new one
     * @param changed those that change one
     * @param done whose change has just been made; empty when none was
     */
    record PeopleView(List<Line> users, Form added, Form changed, String done) {

        public List<String> roles() {
            return Roles.all();
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
        return page(fresh(reader), null, null, done == null ? "" : named(done));
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
            var typed = Map.of(
                    "name", Objects.requireNonNullElse(name, ""),
                    "role", Objects.requireNonNullElse(role, Roles.AUDITOR));
            return page(FIELDS.filled(typed, Language.of(reader)).refused(problem), null, null, "");
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
            return page(fresh(reader), id, problem, "");
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

    /** Whoever is made only watches, until somebody chooses more. */
    private static Form fresh(HttpHeaders reader) {
        return FIELDS.filled(Map.of("role", Roles.AUDITOR), Language.of(reader));
    }

    /**
     * The page.
     *
     * @param changed who should have been changed, when {@code problem} came in the way
     */
    private Response page(Form added, @Nullable Integer changed, @Nullable HttpProblem problem, String done) {
        var people = users.all();
        var fields = FormFields.in(AccountMessages.class);
        for (var user : people) {
            fields.field("role-" + user.id(), AccountMessages::role)
                    .field("password-" + user.id(), AccountMessages::newPassword, AccountMessages::passwordRule);
        }
        fields.alias("role", "role-" + changed).alias("password", "password-" + changed);
        var form = fields.empty(added.language());
        var changes = problem == null ? form : form.refused(problem);
        var actor = actor();
        var lines = people.stream()
                .map(user -> new Line(
                        user,
                        actor.isUser() && actor.id() == user.id(),
                        changes.field("role-" + user.id()),
                        changes.field("password-" + user.id())))
                .toList();
        var status = problem == null ? added.status() : changes.status();
        return Pages.of(status, Templates.people(shell, new PeopleView(lines, added, changes, done)), added.language());
    }

    private Actor actor() {
        return Actor.of(caller).orElseThrow();
    }
}
