package io.fortyeight.account.session;

import io.fortyeight.account.session.Users.NewUser;
import io.fortyeight.account.session.Users.UserPatch;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's API of users. */
@Path("/api/users")
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
public class UsersResource {

    private final Users users;
    private final SecurityIdentity caller;

    UsersResource(Users users, SecurityIdentity caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    public Response create(@Nullable NewUser request) {
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        var user = users.create(request);
        return Response.created(URI.create("/api/users/" + user.id()))
                .entity(user)
                .build();
    }

    @GET
    public List<User> list() {
        return users.all();
    }

    @PATCH
    @Path("{id}")
    public User change(@PathParam("id") String id, @Nullable UserPatch patch) {
        if (patch == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        if (!id.matches("\\d{1,9}")) {
            throw Problems.notFound("There is no user " + id);
        }
        return users.change(Integer.parseInt(id), patch, Actor.of(caller).orElseThrow());
    }
}
