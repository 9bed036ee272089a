package io.fortyeight.account;

import io.fortyeight.web.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 401 as a problem. The problem extension's own mappers were built against another Quarkus and fail on this one. */
class UnauthorizedMappers {

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    Response missing(UnauthorizedException failure, UriInfo uri) {
        return Problems.unauthorized(
                        "A token is needed: Authorization: Bearer <token>", BearerMechanism.challenge(uri.getPath()))
                .toResponse();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    Response wrong(AuthenticationFailedException failure, UriInfo uri) {
        return Problems.unauthorized("The token is not known, or has expired", BearerMechanism.challenge(uri.getPath()))
                .toResponse();
    }
}
